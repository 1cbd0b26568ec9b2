## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {} nnreg_example ()
## @deftypefnx {} {} nnreg_example (@var{name})
## @deftypefnx {} {@var{file} =} nnreg_example (@var{name})
## @deftypefnx {} {@var{names} =} nnreg_example ()
## List the tutorial, the examples and the chapters of the manual, or open one of them.
##
## @example
## @group
## nnreg_example
## file = nnreg_example ("lasso")
## @end group
## @end example
##
## Without an argument it prints a line for each, or returns their @var{names}, a cell.  With a
## @var{name} of that list it opens the file in Octave's editor, or prints it where there are no
## windows.  With an output argument it returns the path of the @var{file}:
## @code{run (nnreg_example ("lasso"))} runs an example.
##
## The tutorial is a script in cells: run it cell by cell in the editor.
##
## @seealso{nnreg}
## @end deftypefn

function value = nnreg_example (name)
  try
    files = nnr.files.examples ();
    if (nargin == 0 && nargout > 0)
      value = {files.Name};
      return
    end
    if (nargin == 0)
      for k = 1:numel (files)
        printf ("%-22s %s\n", files(k).Name, files(k).About);
      end
      printf (['nnreg_example ("NAME") opens one; run (nnreg_example ("NAME")) runs an ' ...
               "example\n"]);
      return
    end
    at = strcmpi ({files.Name}, name);
    if (! any (at))
      error ('nnreg:badArgument', 'there is no example %s%s; nnreg_example () lists all', ...
             nnr.words.show_value (name), hint (name, files));
    end
    found = files(at).File;
    if (nargout > 0)
      value = found;
    elseif (isguirunning ())
      edit (found);
    else
      printf ("%s", fileread (found));
    end
  catch err
    nnr.words.raise ('nnreg_example', err);
  end
end

function text = hint (name, files)
  text = '';
  if (ischar (name))
    text = nnr.args.did_you_mean (name, {files.Name});
  end
end

%!test
%! listed = strsplit (strtrim (evalc ("nnreg_example ()")), "\n");
%! assert (! isempty (strfind (listed{end}, "run (nnreg_example (\"NAME\"))")));
%! listed(end) = [];
%! assert (numel (listed) > 20);
%! assert (nnreg_example (), cellfun (@strtok, listed, "UniformOutput", false));
%! assert (all (cellfun (@numel, listed) > 25));
%! for line = listed
%!   name = strtok (line{1});
%!   assert (exist (nnreg_example (name), "file"), 2);
%! end
%! assert (evalc ("nnreg_example (\"LASSO\")"), fileread (nnreg_example ("lasso")));
%!error <^nnreg_example: there is no example "laso"; did you mean "lasso"\?; nnreg_example \(\)>
%! nnreg_example ("laso")
%!error <there is no example 3; nnreg_example> nnreg_example (3)
