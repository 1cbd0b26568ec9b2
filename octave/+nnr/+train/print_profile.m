## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.train.print_profile (profile)
##
## Prints a profile's parts and their shares.

function print_profile (profile)
  parts = {'Packing', 'X scanned and packed'
           'Samples', 'samples of a batch taken out, and their transpose'
           'Forward', 'hidden layers'
           'Loss', 'output layer, losses and their derivatives'
           'Backward', 'derivatives by hidden units, update of later layers'
           'Update', 'gradient of the first layer and Adam''s step'
           'Waiting', 'for other threads'
           'Validation', 'and the other figures of an epoch'
           'Calls', 'memory and order of samples, at each call'
           'Octave', 'Octave''s own part'
           'Total', 'seconds of the calling thread'};
  for k = 1:rows (parts)
    seconds = profile.(parts{k,1});
    printf ("%-11s %8.3f s %5.1f%%  %s\n", tolower (parts{k,1}), seconds, ...
            100 * seconds / profile.Total, parts{k,2});
  end
end
