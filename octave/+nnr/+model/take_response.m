## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [y, args] = nnr.model.take_response (model, T, args)
##
## The response of the table T (nnr.table.read) for a function that measures a MODEL. ARGS are the
## arguments behind the table: y, or the name of its column, and then names and values of options.
## Without y it is the response of the training. The output ARGS are the options.

function [y, args] = take_response (model, T, args)
  if (names_option (args, T.Names))
    y = trained_response (model);
  else
    y = args{1};
    args(1) = [];
  end
  y = nnr.table.response (T, y);
end

function yes = names_option (args, names)
  yes = isempty (args) || (mod (numel (args), 2) == 0 && ischar (args{1}) && isrow (args{1}) ...
                           && ! any (strcmp (args{1}, names)));
end

function y = trained_response (model)
  y = {};
  if (isfield (model, 'Preparation'))
    y = model.Preparation.Response;
  end
  if (isempty (y))
    error ('nnreg:badArgument', 'the response is missing: give its name, or y itself');
  elseif (isscalar (y))
    y = y{1};
  end
end

%!test
%! T = nnr.table.read ("T", struct ("a", [1; 2], "y", [5; 6]));
%! model.Preparation.Response = {"y"};
%! [y, args] = nnr.model.take_response (model, T, {"Recall", 0.5});
%! assert ({y, args}, {[5; 6], {"Recall", 0.5}});
%! [y, args] = nnr.model.take_response (model, T, {"a", "Recall", 0.5});
%! assert ({y, args}, {[1; 2], {"Recall", 0.5}});
%! assert (nnr.model.take_response (struct (), T, {[7; 8]}), [7; 8]);
%!error <the response is missing: give its name, or y itself>
%! nnr.model.take_response (struct (), nnr.table.read ("T", struct ("a", 1)), {});
