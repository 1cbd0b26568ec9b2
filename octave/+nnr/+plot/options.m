## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## opts = nnr.plot.options (args, parent, kind)
##
## The options of nnreg_plot, checked; PARENT and KIND unless they name others. What
## depends on X is checked later.

function opts = options (args, parent, kind)
  defaults = nnr.plot.defaults ();
  [defaults.Kind, defaults.Parent] = deal (kind, parent);
  opts = nnr.args.parse_options (defaults, args);
  if (isnumeric (opts.Parent) && numel (opts.Parent) > 1)
    main = nnr.plot.one_picture (opts.Parent);
    opts.Parent = merge (isempty (main), opts.Parent, main);
  end
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
  check_parent (opts);
  opts.Size = check_size (opts.Size);
  if (! isempty (opts.FontSize))
    opts.FontSize = nnr.args.check_scalar ('FontSize', opts.FontSize, 'positive number');
  end
end

function check_parent (opts)
  parent = opts.Parent;
  if (isempty (parent))
    return
  end
  fits = isscalar (parent) && isnumeric (parent) && ishghandle (parent) ...
         && any (strcmp (get (parent, 'type'), {'axes', 'figure', 'uipanel'}));
  if (! fits)
    error ('nnreg:badArgument', ['Parent must be the handle of axes, a figure or a uipanel, ' ...
                                 'got %s'], nnr.words.show_value (parent));
  elseif (! isempty (opts.File))
    error ('nnreg:badArgument', ['File writes a picture of its own, so Parent cannot be given ' ...
                                 'with it: draw, then print']);
  elseif (! isempty (opts.Size))
    error ('nnreg:badArgument', 'Size is for a new figure, so Parent cannot be given with it');
  end
end

function inches = check_size (inches)
  if (isempty (inches))
    return
  end
  fits = isnumeric (inches) && isreal (inches) && numel (inches) == 2 ...
         && all (inches(:) >= 1) && all (inches(:) <= 100);
  if (! fits)
    error ('nnreg:badArgument', ['Size must be the width and height in inches, two numbers ' ...
                                 'from 1 to 100, got %s'], nnr.words.show_value (inches));
  end
  inches = double (full (inches(:).'));
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
