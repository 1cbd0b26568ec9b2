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
## @deftypefn {Private Function} {} write_checkpoint (@var{file}, @var{c})
## The file becomes a checkpoint with the fields of the struct @var{c} (full real matrices of
## numbers, char or logical), whole or not at all.
##
## The format: a line @samp{nnreg checkpoint 1}; a line with CRC-32 and number of the bytes
## that follow; for each field a line with its name, class, rows and columns; an empty line;
## the fields' bytes as they lie in memory.
## @seealso{read_checkpoint, resume_training}
## @end deftypefn

function write_checkpoint (file, c)
  names = fieldnames (c);
  [lines, parts] = deal (cell (numel (names), 1));
  for k = 1:numel (names)
    value = c.(names{k});
    lines{k} = sprintf ("%s %s %d %d\n", names{k}, class (value), size (value));
    if (ischar (value) || islogical (value))
      value = uint8 (value);
    end
    parts{k} = typecast (value(:), 'uint8')(:);   # of one number it is a row
  end
  body = vertcat (uint8 ([lines{:}, "\n"].'), parts{:});
  head = sprintf ("nnreg checkpoint 1\n%08x %d\n", __nnreg_checksum__ (body), numel (body));
  __nnreg_file_replace__ (file, [uint8(head.'); body]);
end
