## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.plot.model_names (models)
##
## Short names for several models: their penalties, and where these are alike what else differs in
## their settings, else their numbers.

function names = model_names (models)
  names = cellfun (@nnr.plot.model_name, models(:).', 'UniformOutput', false);
  [~, ~, kind] = unique (names);
  for k = find (accumarray (kind(:), 1) > 1)(:).'
    members = find (kind(:).' == k);
    parts = differences (models(members));
    if (numel (unique (parts)) < numel (parts))
      parts = arrayfun (@(j) sprintf ('model %d', j), members, 'UniformOutput', false);
    end
    names(members) = strcat (names(members), {', '}, parts);
  end
end

## The values of the first setting that tells the most of the models apart.
function parts = differences (models)
  settings = cellfun (@(m) m.Settings, models, 'UniformOutput', false);
  fields = fieldnames (settings{1});
  ## What people vary first.
  first = {'LayerSizes', 'Activations', 'Epochs', 'BatchSize', 'LearnRate', 'Seed'};
  fields = [first(ismember (first, fields)), setdiff(fields(:).', first, 'stable')];
  parts = repmat ({''}, size (models));
  most = 1;
  for field = fields
    texts = cellfun (@(s) text_of (s, field{1}), settings, 'UniformOutput', false);
    if (numel (unique (texts)) > most)
      most = numel (unique (texts));
      parts = strcat (field, {' '}, texts);
    end
  end
end

function text = text_of (settings, field)
  text = '-';
  if (isfield (settings, field))
    text = nnr.words.cut_text (nnr.words.option_text (settings.(field)), 12);
  end
end

%!function m = model (varargin)
%!  m.Settings = struct ("Penalty", "l1", "Lambda", 0.1, varargin{:});
%!endfunction
%!assert (nnr.plot.model_names ({model("Seed", 1)}), {"L1 0.1"})
%!assert (nnr.plot.model_names ({model("Seed", 1), model("Seed", 2), model("Lambda", 1)}), ...
%!        {"L1 0.1, Seed 1", "L1 0.1, Seed 2", "L1 1"})
%!assert (nnr.plot.model_names ({model("LayerSizes", 5), model("LayerSizes", {[5, 4]})}), ...
%!        {"L1 0.1, LayerSizes 5", "L1 0.1, LayerSizes [5 4]"}(:).')
%!assert (nnr.plot.model_names ({model(), model()}), {"L1 0.1, model 1", "L1 0.1, model 2"})
%!assert (nnr.plot.model_names ({model("Seed", 1, "Epochs", 2), model("Seed", 1, "Epochs", 3), ...
%!                               model("Seed", 2, "Epochs", 3)}), ...
%!        {"L1 0.1, model 1", "L1 0.1, model 2", "L1 0.1, model 3"})
