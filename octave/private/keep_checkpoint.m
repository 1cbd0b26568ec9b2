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
## @deftypefn {Private Function} {@var{store} =} keep_checkpoint (@var{store}, @var{caller}, @var{contents}, @var{now})
## Writes the checkpoint with the fields that @code{contents ()} returns, if there is to be one
## and, unless @var{now}, the last one was written long enough ago: one takes at most 2% of the time.
## What cannot be written is warned of once; the training goes on, and the file is as it was.
## @seealso{open_checkpoint, write_checkpoint}
## @end deftypefn

function store = keep_checkpoint (store, caller, contents, now)
  share = 0.02;
  began = toc (store.Clock);
  set_back = began < store.Last;        # the clock was
  if (isempty (store.File) || ! (now || set_back || began >= store.Next))
    return;
  end
  try
    write_checkpoint (store.File, contents ());
    store.Failed = false;
  catch err
    if (! store.Failed)
      warning ('nnreg:checkpoint', ['%s: the checkpoint %s; the training goes on, the file ' ...
                                    'is as it was'], caller, ...
               gateway_words (err));
    end
    store.Failed = true;
  end
  ended = toc (store.Clock);
  store.Last = ended;
  store.Next = ended + (ended - began) / share;
end

%!test # a clock that is set back does not stop the checkpoints: one was tried
%! store = struct ("File", "/nowhere/x", "Clock", tic () + 3600e6, "Next", 50, "Last", 10, "Failed", true);
%! store = keep_checkpoint (store, "f", @() struct (), false);
%! assert (store.Last < 0);
