## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.options.penalties ()
##
## The penalties, a struct with a field for each. All that depends on the kind of a penalty follows
## from its row (nnr.options.unit_penalty):
##
##   Alpha     the default of the option Alpha, [] where the penalty has none
##   Solver    the only solver that can train with it, '' for any
##   ByInput   true if whole inputs leave, so that a path may drop them
##   Fill      a function of p, the numbers of the layers with this penalty, Lambda and Alpha (one
##             for each layer) that returns p with their terms, zero before. In p are the rows
##             Lambda1, Lambda2 and Decay, one number for each layer, and the number Group:
##
##     J = data loss + sum_l Lambda1(l) ||W_l||_1 + Lambda2(l) ||W_l||_F^2
##       + Group sum_j ||W_1(:,j)||_2
##
##             Decay is decoupled weight decay, which is no part of J.

function t = penalties ()
  persistent rows;
  if (isempty (rows))
    list = {
            'none', [], '', false, @none
            'l1', [], '', false, @l1
            'l2', [], '', false, @l2
            'elasticnet', 0.5, '', false, @elastic_net
            'group', 0, '', true, @group
            'decoupled', [], 'adam', false, @decoupled};
    columns = cell2struct (list(:,2:end), {'Alpha', 'Solver', 'ByInput', 'Fill'}, 2);
    rows = cell2struct (num2cell (columns), list(:,1), 1);
  end
  t = rows;
end

function p = none (p, ~, ~, ~)
end

function p = l1 (p, layers, lambda, ~)
  p.Lambda1(layers) = lambda(layers);
end

function p = l2 (p, layers, lambda, ~)
  p.Lambda2(layers) = lambda(layers);
end

function p = decoupled (p, layers, lambda, ~)
  p.Decay(layers) = lambda(layers);
end

function p = elastic_net (p, layers, lambda, alpha)
  p.Lambda1(layers) = alpha(layers) .* lambda(layers);
  p.Lambda2(layers) = (1 - alpha(layers)) / 2 .* lambda(layers);
end

## One group for each input of the first layer. The layers behind have an l2, or relu networks would
## evade the penalty by large weights there.
function p = group (p, layers, lambda, alpha)
  if (! any (layers == 1))
    error ('nnreg:badArgument', ['the penalty "group" is on the inputs of the first layer; ' ...
                                 'PenalizedLayers must have it']);
  end
  behind = layers(layers > 1);
  p.Group = (1 - alpha(1)) * lambda(1);
  p.Lambda1(1) = alpha(1) * lambda(1);
  p.Lambda2(behind) = lambda(behind);
end
