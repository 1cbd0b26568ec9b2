## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.core.missing ()
##
## What is wrong with the package's compiled files: they are for another Octave, as after a
## distribution's upgrade, or they are gone. '' if they are there. PKG_ADD calls this before their
## folder is on the path; in pkg install also before pkg knows the package, and so that folder.

function text = missing ()
  text = '';
  package = fileparts (fileparts (fileparts (mfilename ('fullpath'))));
  host = [__octave_config_info__('canonical_host_type'), '-'];
  this = __octave_config_info__ ('api_version');
  probe = fullfile ([host, this], '__nnreg_names__.mex');
  if (isfile (fullfile (package, probe)) || ! isfolder (fullfile (package, 'packinfo')))
    return
  end
  [places, is_known] = folders_of (package);
  if (any (cellfun (@(place) isfile (fullfile (place, probe)), places)))
    return
  end
  fault = 'the compiled files of nnreg are gone';
  built = setdiff (built_for (places), [host, this]);
  if (! isempty (built))
    built = strrep (strjoin (built, ', '), host, '');
    fault = sprintf ('nnreg was built for another Octave (%s; this one is %s)', built, this);
  elseif (! is_known)
    return
  end
  text = sprintf ('%s; install it again: pkg install nnreg-%s.tar.gz', fault, nnr.core.version ());
end

## The package's folder and, if it is another, the one above its compiled files, if pkg knows it.
function [places, is_known] = folders_of (package)
  [places, is_known] = deal ({package}, false);
  known = pkg ('list', 'nnreg');
  for k = 1:numel (known)
    if (strcmp (known{k}.dir, package))
      places{end + 1} = known{k}.archprefix;
      is_known = true;
    end
  end
end

## The names of the folders with compiled files.
function names = built_for (places)
  names = cellfun (@(place) readdir (place)(:).', places, 'UniformOutput', false);
  names = unique ([names{:}]);
  names = names(! cellfun (@isempty, regexp (names, '-api-v\d+$', 'once')));
end

%!assert (nnr.core.missing (), '')
