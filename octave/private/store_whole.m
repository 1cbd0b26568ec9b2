## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {} store_whole (@var{caller}, @var{file}, @var{values})
## Saves the fields of a struct to a file that is at any moment the old one or the new one,
## and whole: Octave's save does not always tell when the disk is full, so what it has
## written is read again before it gets its name.
## @seealso{load_whole}
## @end deftypefn

function store_whole (caller, file, values)
  temporary = sprintf ('%s.%s.%d', file, gethostname (), getpid ());
  values.digest = hash ('md5', value_text (values));
  try
    __nnreg_file_append__ (temporary, '');     # which tells the reason if it cannot be made, unlike save
    save ('-binary', temporary, '-struct', 'values');
    if (isempty (load_whole (temporary)))
      error ('it is not whole; is the disk full?');
    end
    __nnreg_file_append__ (temporary, '');     # waits until it is on the disk
    [failed, message] = rename (temporary, file);
    if (failed)
      error (message);
    end
  catch err
    remove_file (temporary);
    error ('nnreg:badFile', '%s: "%s" cannot be written: %s', caller, file, ...
           gateway_words (err));
  end
end
