## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## folds = nnr.folds.make (o, targets, s, kept, may_be_none)
##
## The folds by the options CV, CVGroups, CVTime and Repeats in O, for the samples of the TARGETS
## (nnr.targets.make): a struct with
##
##   Of        N-by-repeats, the fold of each sample, 1 to their number; 0: never held out
##   Kept      KEPT
##   Forward   a training learns from the folds before its own alone; else from all others
##
## CV is the number of folds, a share to hold out, "forward", or the folds themselves. The options
## may be about all rows, if only the rows KEPT have a weight ([]: all). Without groups and times
## each class is divided evenly, in an order that depends on the seed. MAY_BE_NONE: the caller
## handles a CV of 0 (no folds) itself, which errors then name.

function folds = make (o, targets, s, kept, may_be_none)
  num_samples = nnr.targets.count (targets);
  folds = struct ('Of', [], 'Forward', false, 'Kept', kept);
  if (isnumeric (o.CV) && isreal (o.CV) && numel (o.CV) > 1)
    refuse_beside_own (o);
    folds.Of = nnr.folds.given (o.CV, num_samples, kept);
    warn_of_unknown_classes (folds, double (targets.Labels(:)), targets.ClassNames);
    return
  end
  about = samples_of (o, targets, num_samples, kept);
  if (is_share (o.CV))
    folds.Of = held_out (o, about, s.Seed);
  else
    [count, folds.Forward] = number_of_folds (o, about, kept, may_be_none);
    if (folds.Forward)
      refuse_repeats (o);
      folds.Of = nnr.folds.forward (about.Times, count);
    else
      folds.Of = nnr.folds.deal_out (about, targets.ClassNames, count, s.Seed, o.Repeats);
    end
  end
  if (folds.Forward || ! (isempty (about.Groups) && isempty (about.Times)))
    warn_of_unknown_classes (folds, about.Labels, targets.ClassNames);
  end
end

## What nnr.folds.hold_out needs of the samples.
function about = samples_of (o, targets, num_samples, kept)
  about = struct ('NumSamples', num_samples, 'Labels', double (targets.Labels(:)), ...
                  'Groups', [], 'Times', []);
  of_kept = @(value) nnr.folds.of_kept (value, num_samples, kept);
  if (! (isempty (o.CVGroups) || isempty (o.CVTime)))
    error ('nnreg:badArgument', ['give CVGroups or CVTime, not both: a group may have rows ' ...
                                 'before and after any time']);
  elseif (! isempty (o.CVGroups))
    about.Groups = nnr.folds.group_numbers ('CVGroups', of_kept (o.CVGroups), num_samples);
    if (is_forward (o.CV))
      error ('nnreg:badArgument', ['CVGroups has no place beside the CV "forward": a group may ' ...
                                   'have rows before and after any time']);
    end
  elseif (! isempty (o.CVTime))
    about.Times = nnr.folds.time_ranks ('CVTime', of_kept (o.CVTime), num_samples);
  elseif (is_forward (o.CV))
    about.Times = (1:num_samples).';
  end
end

function yes = is_forward (cv)
  yes = ischar (cv) && strcmpi (cv, 'forward');
end

function yes = is_share (cv)
  yes = isfloat (cv) && isreal (cv) && isscalar (cv) && cv > 0 && cv < 1;
end

function [count, forward] = number_of_folds (o, about, kept, may_be_none)
  forward = ! isempty (about.Times);
  if (is_forward (o.CV))
    count = 5;
    return
  end
  counted = {'sample', 'samples'};
  if (! isempty (kept))
    counted = {'sample with a weight above 0', 'samples with weights above 0'};
  end
  cv = o.CV;
  if (! (isnumeric (cv) && isreal (cv) && isscalar (cv) && any (cv == 2:about.NumSamples)))
    advice = '';
    if (iscellstr (cv) || ischar (cv))
      advice = '; ids of groups go into "CVGroups"';
    end
    error ('nnreg:badArgument', ['CV must be %sfrom 2 to the %s, a share to hold out between 0 ' ...
                                 'and 1, "forward", or a fold for each of them, got %s%s'], ...
           {'', '0 (no folds), '}{1 + may_be_none}, ...
           nnr.words.count_text (about.NumSamples, counted{:}), nnr.words.show_value (cv), advice);
  end
  count = double (full (cv));
end

function of = held_out (o, about, seed)
  count = round (o.CV * about.NumSamples);
  if (count < 1 || count >= about.NumSamples)
    error ('nnreg:badArgument', 'CV %g of %s leaves none to %s', o.CV, ...
           nnr.words.count_text (about.NumSamples, 'sample'), ...
           {'score', 'train on'}{1 + (count > 0)});
  elseif (! isempty (about.Times))
    refuse_repeats (o);
  end
  of = zeros (about.NumSamples, o.Repeats);
  for repeat = 1:o.Repeats
    of(:,repeat) = nnr.folds.hold_out (count, about, seed, nnr.folds.stream (repeat));
  end
end

function refuse_repeats (o)
  if (o.Repeats > 1)
    error ('nnreg:badArgument', 'Repeats has no place beside folds by time, which are fixed');
  end
end

function refuse_beside_own (o)
  if (o.Repeats > 1)
    error ('nnreg:badArgument', ['Repeats deals out new folds; with folds of your ' ...
                                 'own give CV a column for each repeat']);
  end
  for name = {'CVGroups', 'CVTime'}
    if (! isempty (o.(name{1})))
      error ('nnreg:badArgument', '%s has no place beside folds of your own in CV', name{1});
    end
  end
end

function warn_of_unknown_classes (folds, labels, names)
  if (isempty (labels))
    return
  end
  [~, outside] = nnr.folds.sides (folds);
  for k = 1:numel (outside)
    known = accumarray (labels(outside{k}) + 1, 1, [rows(names), 1]) > 0;
    gone = find (! known & accumarray (labels + 1, 1, [rows(names), 1]) > 0, 1);
    if (! isempty (gone))
      text = nnr.words.label_texts (names(gone,:), 20);
      nnr.words.warn ('nnreg:labels', ['class %s has no row among those that the training for ' ...
                                       'fold %d of CV learns from; give folds with other ' ...
                                       'rows, or leave the class out'], text{1}, k);
      return
    end
  end
end
