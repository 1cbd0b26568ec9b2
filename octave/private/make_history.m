## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{history} =} make_history (@var{log}, @var{task}, @var{validated})
## The history struct out of the core's seven numbers an epoch: data loss, metric,
## penalty, validation's data loss and metric, zeros, seconds.
## @end deftypefn

function h = make_history (log, task, validated)
  [measure, prepare] = deal ('Accuracy', @(x) x);
  if (strcmp (task, 'regression'))
    [measure, prepare] = deal ('RMSE', @sqrt);
  end
  h = struct ('Epoch', (1:rows (log)).', 'Loss', log(:,1) + log(:,3), ...
              'DataLoss', log(:,1), 'Penalty', log(:,3));
  h.(measure) = prepare (log(:,2));
  if (validated)
    h.ValLoss = log(:,4) + log(:,3);
    h.ValDataLoss = log(:,4);
    h.(['Val', measure]) = prepare (log(:,5));
  end
  h.Zeros = log(:,6);
  h.Seconds = log(:,7);
end
