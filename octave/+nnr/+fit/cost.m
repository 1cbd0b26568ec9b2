## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## cost = nnr.fit.cost (X, y, args)
##
## A function [J, grad] = cost (theta), which nnreg_cost describes; ARGS are its options. All that
## does not depend on theta is done once, so that many calls cost little more than the core's work.

function cost = cost (X, y, args)
  s = cost_settings (args);
  [X, y, s] = nnr.train.open_data (X, y, s);
  targets = nnr.targets.make (y, rows (X), s);
  s = nnr.options.for_rows (s, rows (X), targets.NumOutputs);
  targets = nnr.train.with_thresholds (targets, X, [], s);
  refuse_responses (y, targets, s);
  network = nnr.model.make_network (s, columns (X), targets.NumOutputs);
  nnr.options.check_inputs (s, columns (X));
  penalty = nnr.options.layer_penalty (s, numel (network.Sizes) - 1);
  found = nnr.data.scan ('X', X, false, s.Precision, s.Threads, []);
  data = nnr.data.pack (X, found, s.Precision, s.Threads);
  problem = struct ('Network', network, 'Penalty', penalty, ...
                    'Samples', nnr.data.make_samples (data, targets, []), ...
                    'Fixed', fixed_parameters (network, penalty, s), 'Threads', s.Threads);
  cost = @(theta) evaluate (theta, problem);
end

function [J, grad] = evaluate (theta, p)
  theta = check_theta (theta, p.Network);
  theta(p.Fixed) = 0;
  args = {p.Network, p.Penalty, theta, p.Samples, p.Threads};
  if (nargout > 1)
    [J, grad] = nnr.core.call (@__nnreg_cost__, args{:});
    grad(p.Fixed) = 0;
  else
    J = nnr.core.call (@__nnreg_cost__, args{:});
  end
end

## The weights of inputs that never enter, and the output layer's biases without an Intercept.
function fixed = fixed_parameters (network, penalty, s)
  fixed = false (nnr.model.count_parameters (network.Sizes), 1);
  never = penalty.Factors == Inf;
  fixed(repelem (never(:), network.Sizes(2))) = true;
  fixed(end - network.Sizes(end) + 1:end) = ! s.Intercept;
end

## The options of nnreg_fit that make sense here, by its checks.
function s = cost_settings (args)
  defaults = nnr.options.defaults ('cost');
  [defaults.StandardizeY, defaults.Precision, defaults.Penalty] = deal (false, 'double', 'none');
  [s, given] = nnr.args.parse_options (defaults, args);
  if (! any (strcmp (given, 'Penalty')) && ! nnr.args.is_none (s.Lambda))
    s.Penalty = 'auto';                 # that of nnreg_fit for a Lambda
  end
  s = nnr.options.settings ({s});
end

## Fractions as classes are an error, as in nnreg_fit.
function refuse_responses (y, targets, s)
  if (isfloat (y) && isvector (y) && strcmp (s.Task, 'classification') && isempty (s.ClassNames) ...
      && any (y(:) != fix (y(:))))
    nnr.targets.check_few_classes ('y', y(:), targets.NumOutputs);
  end
end

function theta = check_theta (theta, network)
  sizes = network.Sizes;
  needed = nnr.model.count_parameters (sizes);
  if (! (isnumeric (theta) && isreal (theta) && isvector (theta) ...
         && numel (theta) == needed))
    error ('nnreg:badArgument', ['theta must be a vector of %d numbers, [W_1(:); ' ...
                                 'b_1; ...] of the layers %s, got %s'], needed, ...
           strjoin (strsplit (num2str (sizes)), '-'), nnr.words.show_value (theta));
  elseif (! all (isfinite (theta)))
    error ('nnreg:badData', 'theta must be finite, entry %d is not', find (! isfinite (theta), 1));
  end
  theta = feval (network.Precision, full (theta(:)));
  if (! all (isfinite (theta)))
    error ('nnreg:badData', ['entry %d of theta is too large for single precision; give ' ...
                             '"Precision", "double"'], find (! isfinite (theta), 1));
  end
end

%!test # the same as one call after the other, with the gradient and without
%! X = [1, 2; 3, 4; 5, 7];
%! args = {"LayerSizes", 2, "Penalty", "l2", "Lambda", 0.1};
%! f = nnr.fit.cost (X, [1; 2; 1], args);
%! for theta = [(1:12).' / 7, sin(1:12).']
%!   [J, grad] = f (theta);
%!   [wanted, slopes] = nnreg_cost (theta, X, [1; 2; 1], args{:});
%!   assert ({J, f(theta), grad}, {wanted, wanted, slopes});
%! end
