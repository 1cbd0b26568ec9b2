## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {} {@var{model} =} nnreg_import (@var{file})
## Read a model that @code{nnreg_export} has written as JSON.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## file = [tempname() ".json"];
## nnreg_export (nnreg_fit (X / 16, y), file);
## model = nnreg_import (file), delete (file)
## @end group
## @end example
##
## The file holds numbers and names alone, and nothing in it is ever run, so a model from a stranger
## is safe to open.  (Octave's @code{load} is not: its files may hold functions.)  All is checked: a
## file that is damaged, or whose parts do not fit together, is the error @code{nnreg:badFile},
## which says what is wrong.
##
## @strong{Inputs}
##
## @table @asis
## @item @var{file}
## The name of a file in JSON, of @code{nnreg_export}.
## @end table
##
## @strong{Outputs}
##
## @table @asis
## @item @var{model}
## A struct as of @code{nnreg_fit}, which predicts the same to the last bit.  Its
## @code{Preparation}, if it was trained on a table, is there too, and its @code{Training}, of which
## @code{nnreg_summary} tells.  The file has no history, and of the settings only those that
## predictions and the penalty need.  Names that were not UTF-8 are so
## now.
## @end table
##
## @seealso{nnreg_export, nnreg_predict}
## @end deftypefn

function model = nnreg_import (file)
  try
    if (nargin != 1)
      print_usage ();
    elseif (! (ischar (file) && isrow (file)))
      error ('nnreg:badArgument', 'FILE must be the name of a file, got %s', ...
             nnr.words.show_value (file));
    end
    model = nnr.model.read_file (tilde_expand (file));
  catch err
    nnr.words.raise ('nnreg_import', err);
  end
end

%!error <Invalid call> nnreg_import ()
%!error <nnreg_import: FILE must be the name of a file, got 3> nnreg_import (3)
%!error <nnreg_import: cannot read "no/such.json"> nnreg_import ("no/such.json")
%!error id=nnreg:badFile nnreg_import ("no/such.json")
