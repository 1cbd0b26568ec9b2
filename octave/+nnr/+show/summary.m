## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.show.summary (model, x)
##
## The struct that nnreg_summary returns for the MODEL. X is what the user gave: the model, or a
## search or a path, of which there is more to say.

function s = summary (model, x)
  s = nnr.model.summary (model);
  decay = num2cell (decays (model.Settings, numel (s.Layers)));
  [s.Layers.Decay] = decay{:};
  s.Options = nnr.options.changed (model.Settings);
  if (isfield (model, 'Preparation') && isfield (s.Options, 'Groups') ...
      && isequal (s.Options.Groups(:).', nnr.table.layout (model.Preparation)))
    s.Options = rmfield (s.Options, 'Groups');  # what a table has by default
  end
  s.Sentences = nnr.show.sentences (model, x);
end

## The lambda of decoupled decay of each layer; NaN if it changes over the epochs.
function decay = decays (settings, num_layers)
  decay = zeros (1, num_layers);
  if (isfield (settings, 'Penalty') && any (strcmp (cellstr (settings.Penalty), 'decoupled')))
    p = nnr.options.penalty (settings, num_layers);
    decay = p.Decay;
    if (is_function_handle (settings.Lambda))
      decay(decay > 0) = NaN;
    end
  end
end

%!function text = table_of (varargin)
%!  m = nnreg_fit ([1, 2; 3, 1; 2, 2; 4, 1], [1; 2; 1; 2], "LayerSizes", 2, "Epochs", 1, ...
%!                 "Verbose", 0, varargin{:});
%!  text = evalc ("m");
%!endfunction
%!test
%! # decoupled decay is a penalty of its layer
%! text = table_of ("Penalty", {"decoupled", "l2"}, "Lambda", [0.02, 0.1]);
%! assert (! isempty (regexp (text, '1 hidden [^\n]*%  decoupled 0.02\n', "once")), text);
%! assert (! isempty (regexp (text, '2 output [^\n]*%  l2 0.05\n|%  l2 0.1\n', "once")), text);
%! text = table_of ("Penalty", "decoupled", "Lambda", @(k) 0.1 / k, "PenalizedLayers", "hidden");
%! assert (! isempty (regexp (text, '1 hidden [^\n]*%  decoupled\n', "once")), text);
%! assert (! isempty (regexp (text, '2 output [^\n]*%  -\n', "once")), text);
