## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [settings, given] = nnr.options.settings (args)
##
## The options of nnreg_fit out of names and values in ARGS, in canonical form and checked as far as
## possible without the data. GIVEN has the names of the options in ARGS, a row cell. If Task,
## LayerSizes or Activations is not given, it comes from an InitialModel.
##
## [settings, given] = nnr.options.settings (s, given)
##
## The same for options S that nnr.options.parse has read.

function [s, given] = settings (args, given)
  s = args;
  if (nargin == 1)
    [s, given] = nnr.args.parse_options (nnr.options.defaults (), args);
  end
  s = nnr.options.kind_of_initial (s, given);
  s = nnr.options.check (s, given);
  for name = nnr.options.names ('fit', 'machine')
    if (! any (strcmp (given, name{1})))
      s = nnr.options.check (s, name);
    end
  end
  s = nnr.options.settle (s, given);
end

%!test
%! # from the InitialModel, but for what is given
%! model = nnreg_fit (eye (4), (1:4).', "Task", "regression", "LayerSizes", [3, 2], ...
%!                    "Activations", {"tanh", "relu"}, "Epochs", 1, "Verbose", 0);
%! s = nnr.options.settings ({"InitialModel", model});
%! assert ({s.Task, s.LayerSizes, s.Activations(:).'}, {"regression", [3, 2], {"tanh", "relu"}});
%! s = nnr.options.settings ({"InitialModel", model, "layersizes", 7});
%! assert ({s.Task, s.LayerSizes}, {"regression", 7});
%! more = nnreg_fit (eye (4), (1:4).', "InitialModel", model, "Epochs", 1, "Verbose", 0);
%! assert (cellfun ("rows", more.Weights), [3, 2, 1]);
%!test
%! linear = nnreg_fit (eye (4), [1; 2; 1; 2], "LayerSizes", [], "Verbose", 0);
%! assert (isempty (getfield (nnr.options.settings ({"InitialModel", linear}), "LayerSizes")));
