## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## left_of_path (): an error unless nnreg_path ("last") has an interrupted path, or says that
## no point was done yet.

function left_of_path ()
  try
    r = nnreg_path ('last');
  catch err
    assert (err.identifier, 'nnreg:badArgument');
    return
  end
  count = numel (r.Lambda);
  assert (! r.Complete && numel (r.Models) == count && numel (r.Mean) == count);
end
