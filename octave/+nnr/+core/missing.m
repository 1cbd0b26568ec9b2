## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.core.missing ()
##
## That the package was built for another Octave, as after a distribution's upgrade: then all its
## folders with gateways bear the names of others. '' otherwise. PKG_ADD calls this before such a
## folder is on the path.

function text = missing ()
  text = '';
  package = fileparts (fileparts (fileparts (mfilename ('fullpath'))));
  host = [__octave_config_info__('canonical_host_type'), '-'];
  this = __octave_config_info__ ('api_version');
  if (isfolder (fullfile (package, [host, this])) || ! isfolder (fullfile (package, 'packinfo')))
    return
  end
  built = built_for (package);
  if (! isempty (built) && ! any (strcmp (built, [host, this])))
    built = strrep (strjoin (built, ', '), host, '');
    text = sprintf (['nnreg was built for another Octave (%s; this one is %s); install it ' ...
                     'again: pkg install nnreg-%s.tar.gz'], built, this, nnr.core.version ());
  end
end

## The names of the folders with compiled files, which may lie elsewhere.
function names = built_for (package)
  known = pkg ('list', 'nnreg');
  names = readdir (package);
  for k = 1:numel (known)
    if (strcmp (known{k}.dir, package))
      names = union (names, readdir (known{k}.archprefix));
    end
  end
  names = names(! cellfun (@isempty, regexp (names, '-api-v\d+$', 'once')));
end

%!assert (nnr.core.missing (), '')
