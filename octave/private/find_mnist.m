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
## @deftypefn {Private Function} {@var{file} =} find_mnist (@var{dir}, @var{name})
## The path of one of MNIST's files in a folder, @code{""} if it is not there.
##
## @var{name} is as the source spells it, @code{train-images-idx3-ubyte}; the file
## may also be spelled with a dot before @code{idx}, and end in @code{.gz}.
## @seealso{fetch_mnist, nnreg_mnist}
## @end deftypefn

function file = find_mnist (dir, name)
  dotted = strrep (name, "-idx", ".idx");
  spellings = {[name ".gz"], name, [dotted ".gz"], dotted};
  for k = 1:numel (spellings)
    file = fullfile (dir, spellings{k});
    if (exist (file, "file") == 2)
      return
    end
  end
  file = "";
end

%!assert (find_mnist (tempdir (), "no-such-idx3-ubyte"), "")
%!test
%! dir = tempname ();
%! mkdir (dir);
%! spellings = {"a.idx1-ubyte", "a.idx1-ubyte.gz", "a-idx1-ubyte", "a-idx1-ubyte.gz"};
%! unwind_protect
%!   ## Each later one goes before the ones that are there already.
%!   for k = 1:4
%!     fclose (fopen (fullfile (dir, spellings{k}), "w"));
%!     assert (find_mnist (dir, "a-idx1-ubyte"), fullfile (dir, spellings{k}));
%!   endfor
%! unwind_protect_cleanup
%!   delete (fullfile (dir, "*"));
%!   rmdir (dir);
%! end_unwind_protect
