## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## opts = nnr.plot.options (args)
##
## The options of nnreg_plot, checked. What depends on X is checked later.

function opts = options (args)
  defaults = struct ('Kind', [], 'File', '', 'Resolution', 150, 'ImageSize', [], ...
                     'ImageOrder', 'rows', 'MaxUnits', 64, 'Labels', []);
  opts = nnr.args.parse_options (defaults, args);
  opts.Resolution = nnr.args.check_scalar ('Resolution', opts.Resolution, 'positive integer');
  opts.MaxUnits = nnr.args.check_scalar ('MaxUnits', opts.MaxUnits, 'positive integer');
  opts.ImageOrder = nnr.args.check_choice ('ImageOrder', opts.ImageOrder, {'rows', 'columns'});
  shape = opts.ImageSize;
  fits = isnumeric (shape) && isreal (shape) ...
         && (isempty (shape) || (numel (shape) == 2 && all (shape(:) > 0) ...
                                 && all (shape(:) == fix (shape(:)))));
  if (! fits)
    error ('nnreg:badArgument', 'ImageSize must be two positive integers, got %s', ...
           nnr.words.show_value (shape));
  end
  opts.ImageSize = double (full (shape(:).'));
  check_file (opts.File);
end

function check_file (file)
  ends_well = @() any (strcmpi (file(max (1, end - 3):end), {'.png', '.pdf', '.svg'}));
  if (! (ischar (file) && (isempty (file) || (isrow (file) && ends_well ()))))
    error ('nnreg:badArgument', 'File must be a name that ends in .png, .pdf or .svg, got %s', ...
           nnr.words.show_value (file));
  end
  folder = fileparts (file);
  if (! (isempty (folder) || nnr.files.is_folder (folder)))
    error ('nnreg:badFile', 'there is no folder %s for File', nnr.words.show_value (folder));
  end
end
