## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## file = nnr.data.find_mnist (dir, name)
##
## The path of a file of MNIST in the folder DIR, or "". NAME is spelt as at the source, such as
## train-images-idx3-ubyte. The file may end in .gz, and have a dot before idx.

function file = find_mnist (dir, name)
  dotted = strrep (name, '-idx', '.idx');
  spellings = {[name, '.gz'], name, [dotted, '.gz'], dotted};
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
%!   # each later spelling has priority over those before
%!   for k = 1:4
%!     fclose (fopen (fullfile (dir, spellings{k}), "w"));
%!     assert (nnr.data.find_mnist (dir, "a-idx1-ubyte"), fullfile (dir, spellings{k}));
%!   endfor
%! unwind_protect_cleanup
%!   delete (fullfile (dir, "*"));
%!   rmdir (dir);
%! end_unwind_protect
