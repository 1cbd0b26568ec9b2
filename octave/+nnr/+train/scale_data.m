## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## d = nnr.train.scale_data (X, targets, found, rows, s)
## d = nnr.train.scale_data (X, targets, found, rows, s, whole)
##
## X packed and the TARGETS standardised as the settings S say, by the scales of the samples ROWS
## ([]: all): a struct with
##
##   Data      the packed inputs of all samples, and what nnr.train.start_state needs to know:
##             Constant, the columns without any variation, and Offset, the means (D-by-1) that were
##             subtracted for the solver alone, which the model adds to its biases ([]: none)
##   Targets   the targets of all samples
##   Mean, Scale   of the inputs, D-by-1; [] if X is as it is
##
## FOUND is what nnr.data.scan says about all samples. If the scales of X do not depend on the rows,
## the packed data of WHOLE are used again.

function d = scale_data (X, targets, found, rows, s, whole)
  own = isempty (s.InitialModel) && ! isequal (s.Standardize, false);
  if (own && ! isempty (rows))
    found = scan_rows (X, found, rows, targets.SampleWeights, s);
  end
  d = struct ('Data', [], 'Targets', nnr.targets.standardise (targets, rows, s), 'Mean', [], ...
              'Scale', []);
  [found, offset] = scales (X, found, s);
  if (isempty (offset))
    [d.Mean, d.Scale] = deal (found.Mean, found.Scale);
  end
  if (nargin > 5 && ! own)
    d.Data = whole.Data;
    return
  end
  d.Data = nnr.data.pack (X, found, s.Precision, s.Threads);
  [d.Data.Constant, d.Data.Offset] = deal (found.Constant(:).', offset);
end

## What the scan says about ROWS alone.
function found = scan_rows (X, found, rows, weights, s)
  inside = zeros (size (X, 1), 1);
  inside(rows) = 1;
  if (! isempty (weights))
    inside .*= weights;
  end
  part = nnr.data.scan ('X', X, true, s.Precision, s.Threads, inside);
  for name = {'Largest', 'Mean', 'Scale', 'Constant'}
    found.(name{1}) = part.(name{1});
  end
end

## FOUND with the Mean and Scale to pack X by. OFFSET is the Mean if only the solver sees it.
function [found, offset] = scales (X, found, s)
  offset = [];
  if (! isempty (s.InitialModel) && ! isempty (s.InitialModel.InputMean))
    [found.Mean, found.Scale] = deal (s.InitialModel.InputMean(:), s.InitialModel.InputScale(:));
  elseif (isequal (s.Standardize, 'range'))
    [found.Scale(:), found.Mean(:)] = deal (max (found.Largest), 0);
  elseif (isequal (s.Standardize, false))
    far = strcmp (s.Solver, 'fista') && nnr.data.lies_far (found);
    found.Scale(:) = 1;
    if (far)
      offset = found.Mean;
    else
      [found.Mean, found.Scale] = deal ([]);
    end
  end
  found = nnr.data.set_compression (found, X, s.Precision);
end
