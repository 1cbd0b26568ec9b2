## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.save_sheet (sheet, opts)
##
## Write the figure to opts.File.

function save_sheet (sheet, opts)
  devices = struct ('png', '-dpng', 'pdf', '-dpdf', 'svg', '-dsvg');
  args = {sprintf('-r%d', opts.Resolution)};
  if (strcmp (sheet.Toolkit, 'gnuplot'))
    ## These need no ghostscript.
    devices = struct ('png', '-dpngcairo', 'pdf', '-dpdfcairo', 'svg', '-dsvg');
    args = {};
  end
  ## gnuplot cannot read every name, and an older file must stay until the new one is whole.
  made = sprintf ('%s.%s', tempname (), sheet.Kind);
  cleanup = onCleanup (@() nnr.files.remove_file (made));
  warning ('off', 'print:nogs', 'local');
  try
    print (sheet.Figure, made, devices.(sheet.Kind), args{:});
    __nnreg_file_replace__ (tilde_expand (opts.File), bytes_of (made));
  catch err
    error ('nnreg:badFile', 'cannot write File %s: %s', nnr.words.show_value (opts.File), ...
           nnr.core.reason (err));
  end
end

function bytes = bytes_of (file)
  [fid, reason] = fopen (file, 'r');
  if (fid < 0)
    error (reason);
  end
  bytes = fread (fid, Inf, '*uint8');
  fclose (fid);
  if (isempty (bytes))
    error ('no picture was made');
  end
end
