## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## file = nnr.data.find_mnist (dir, name)
##
## The path of one of MNIST's files in a folder, "" if it is not there.
##
## name is as the source spells it, train-images-idx3-ubyte; the file may also be spelled with a
## dot before idx, and end in .gz.

function file = find_mnist (dir, name)
  dotted = strrep (name, '-idx', '.idx');
  spellings = {[name '.gz'], name, [dotted '.gz'], dotted};
  for k = 1:numel (spellings)
    file = fullfile (dir, spellings{k});
    if (exist (file, 'file') == 2)
      return
    end
  end
  file = '';
end

%!assert (nnr.data.find_mnist (tempdir (), "no-such-idx3-ubyte"), "")
%!test
%! dir = tempname ();
%! mkdir (dir);
%! spellings = {"a.idx1-ubyte", "a.idx1-ubyte.gz", "a-idx1-ubyte", "a-idx1-ubyte.gz"};
%! unwind_protect
%!   ## Each later one goes before the ones that are there already.
%!   for k = 1:4
%!     fclose (fopen (fullfile (dir, spellings{k}), "w"));
%!     assert (nnr.data.find_mnist (dir, "a-idx1-ubyte"), fullfile (dir, spellings{k}));
%!   endfor
%! unwind_protect_cleanup
%!   delete (fullfile (dir, "*"));
%!   rmdir (dir);
%! end_unwind_protect
