## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.sparsify.finish (t, point)
##
## The network of a POINT of the frontier, trained once more, on all rows if a fraction was held
## out. If it was taught its probabilities are soft: its last layer is multiplied by the factor that
## suits POINT best on the rows held out, from 1 to 10, or by 3 if they do not say.

function model = finish (t, point)
  if (! point.IsTaught && ! isempty (t.Soft))
    [t.Data.Targets.Responses, t.Soft] = deal ([]);
  end
  model = nnr.sparsify.train (t, 'last', point.Model, 0);
  if (point.IsTaught)
    factor = sharpness (t, point.Model);
    model.Weights{end} = factor * model.Weights{end};
    model.Biases{end} = factor * model.Biases{end};
  end
end

function factor = sharpness (t, model)
  [samples, problem, theta] = nnr.sparsify.held_out (t, model);
  [weights, wanted] = nnr.targets.relative_weights (samples, samples.Weights, ...
                                                    double (samples.Rows(:)) + 1);
  p = nnr.model.packed_outputs (problem.Network, theta, samples.Data, wanted, ...
                                t.Settings.Threads);
  h = struct ('Scores', double (p), 'Truth', double (samples.Labels(wanted)(:)) + 1, ...
              'Weights', weights);
  factor = 3;
  try
    factor = min (10, max (1, 1 / nnr.decisions.temperature (h)));
  catch err
    if (! strcmp (err.identifier, 'nnreg:badData'))     # there is no such temperature
      rethrow (err);
    end
  end
end

%!test
%! # an error of another kind is raised
%! X = sin ((1:40).' * (1:3));
%! args = {"LayerSizes", 2, "Epochs", 1, "ValidationFraction", 0.5};
%! t = nnr.sparsify.open (nnr.sparsify.settings (X, X(:,1) > 0, args));
%! point = struct ("Model", nnr.sparsify.train (t, "teacher", [], 0), "IsTaught", true);
%! folder = tempname ();
%! mkdir (fullfile (folder, "+nnr", "+decisions"));
%! unwind_protect
%!   fid = fopen (fullfile (folder, "+nnr", "+decisions", "temperature.m"), "w");
%!   fputs (fid, "function T = temperature (h)\n  error ('broken');\nend\n");
%!   fclose (fid);
%!   addpath (folder);
%!   fail ("nnr.sparsify.finish (t, point)", "broken");
%! unwind_protect_cleanup
%!   rmpath (folder);
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect
%! model = nnr.sparsify.finish (t, point);
%! assert (model.Weights{1}, point.Model.Weights{1}, 0.1);
