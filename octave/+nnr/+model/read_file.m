## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.model.read_file (file)
##
## The model in a JSON file of nnreg_export. Whatever is wrong with the file is the error
## nnreg:badFile.

function model = read_file (file)
  [fid, why] = fopen (file, 'r');
  if (fid < 0)
    error ('nnreg:badFile', 'cannot read "%s": %s', file, why);
  end
  text = fread (fid, Inf, 'char=>char').';
  fclose (fid);
  try
    model = nnr.model.from_json (text);
  catch err
    if (strncmp (err.identifier, 'nnreg:', 6))
      error ('nnreg:badFile', '"%s" cannot be imported: %s', file, err.message);
    end
    rethrow (err);
  end
end
