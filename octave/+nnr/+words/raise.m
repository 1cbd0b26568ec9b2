## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.words.raise (name, err)
##
## Each public function calls this for an error inside it: the same error again, with the name of
## the function in front and a stack that begins there. Two kinds of errors pass unchanged: those
## that are not nnreg's, and those that have a name already, because a function of the user's has
## called nnreg.
##
## If Octave ran out of memory, the error becomes nnreg:outOfMemory. An error of nnreg's that quotes
## another process which did stays as it is.

function raise (name, err)
  text = nnr.words.utf8 (nnr.core.reason (err));        # it may have a name of the user's
  is_own = strncmp (err.identifier, 'nnreg:', 6);
  if ((! is_own || strcmp (err.identifier, 'nnreg:outOfMemory')) ...
      && ! isempty (regexp (text, 'out of memory|failed to allocate', 'once')))
    [err.identifier, text] = deal ('nnreg:outOfMemory', 'not enough memory');
  elseif (! isempty (strfind (err.message, '__nnreg_')) && exist ('__nnreg_names__') != 3)
    [err.identifier, text] = deal ('nnreg:otherOctave', nnr.core.missing ());
    if (isempty (text))
      text = ['the compiled files of nnreg are not on Octave''s path; type pkg load nnreg, ' ...
              'or install it again'];
    end
  elseif (! is_own || ! isempty (regexp (text, '^nnreg_\w+: ', 'once')))
    rethrow (err);
  end
  outer = find (strcmp ({err.stack.name}, name), 1);
  error (struct ('message', [name, ': ', text], 'identifier', err.identifier, ...
                 'stack', err.stack(outer:end)));
end

%!function raise_text (id, text)
%!  try
%!    error (id, '%s', text);
%!  catch err
%!    nnr.words.raise ('nnreg_fit', err);
%!  end
%!endfunction
%!error <^nnreg_fit: Sizes: 100% x$>
%! raise_text ('nnreg:badData', '__nnreg_train__: nnreg: Sizes: 100% x')
%!error id=nnreg:badData raise_text ('nnreg:badData', 'nnreg: a')
%!test # a name that is not UTF-8
%! latin1 = char (233);
%! fail ('raise_text (''nnreg:badData'', [latin1, '' is bad''])', ...
%!       ['^nnreg_fit: ', char([195, 169]), ' is bad$']);
%!error <^nnreg_fit: not enough memory$>
%! raise_text ('Octave:x', 'out of memory or dimension too large')
%!error id=nnreg:outOfMemory raise_text ('Octave:x', 'out of memory or dimension too large')
%!error <^nnreg_fit: the last process said: out of memory$>
%! raise_text ('nnreg:executor', 'the last process said: out of memory')
%!error <^nnreg_predict: X is missing$> raise_text ('nnreg:badData', 'nnreg_predict: X is missing')
%!error <^theirs$> raise_text ('other:id', 'theirs')
%!error <^nnreg_fit: Lambda is missing> nnreg_fit ([1; 2], [1; 2], 'Penalty', 'l1')
%!test
%! # the stack has no internal function
%! try
%!   nnreg_fit ([1; 2], [1; 2], 'Penalty', 'l1');
%! catch err
%! end
%! assert (err.stack(1).name, 'nnreg_fit');
%!shared model, X, y, idle
%! X = (1:8).' * [1, 2];
%! y = [1; 2; 1; 2; 1; 2; 1; 2];
%! model = nnreg_fit (X, y, "LayerSizes", 2, "Epochs", 1, "Verbose", 0);
%! idle = {X, y, "LayerSizes", [], "Solver", "fista", "Epochs", 1000, "BatchSize", 4, ...
%!         "Verbose", 0};
%!function last_warning_is (text, fcn)
%!  lastwarn ("", "");
%!  evalc ("fcn ();");
%!  assert (lastwarn (), text);
%!endfunction
%!error <^nnreg_predict: X must have 2 columns, got 1$>
%! cellfun (@(Z) nnreg_predict (model, Z), {X, 3}, "UniformOutput", false);
%!error <^nnreg_fit: LearnRate \(1\) failed: nnreg_predict: X must have 2 columns, got 1$>
%! nnreg_fit (X, y, "LearnRate", @(epoch) nnreg_predict (model, 3), "Verbose", 0);
%!error <^nnreg_path: LearnRate \(1\) failed: nnreg_predict: X must have 2 columns, got 1$>
%! nnreg_path (X, y, "LearnRate", @(epoch) nnreg_predict (model, 3), "CV", 0, "Verbose", 0);
%!test
%! # an OutputFcn: what it calls has its own name, and so has the training around it
%! failing = @() nnreg_fit (X, y, "OutputFcn", @(h) nnreg_predict (model, 3), "Verbose", 0);
%! last_warning_is (["nnreg_fit: OutputFcn failed, so the training ends here with what it ", ...
%!                   "has: nnreg_predict: X must have 2 columns, got 1"], failing);
%! told = 'BatchSize does nothing here: it belongs to "Solver", "adam"';
%! last_warning_is (["nnreg_fit: ", told], @() cellfun (@(a) nnreg_fit (a{:}), {idle}));
%! path = @(varargin) isempty (nnreg_path (idle{:}, "CV", 0, "NumLambda", 2, varargin{:}));
%! inside = @() nnreg_fit (X, y, "LayerSizes", 2, "Epochs", 1, "Verbose", 0, ...
%!                      "OutputFcn", @(h) path ());
%! last_warning_is (["nnreg_path: ", told], inside);
%! calm = @(r) isempty (nnreg_predict (model, X));
%! last_warning_is (["nnreg_path: ", told], @() path ("OutputFcn", calm));
