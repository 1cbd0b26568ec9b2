## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## rec = nnr.linear.advance (rec, plan, problem)
##
## The record REC (nnr.linear.record) with the next points of PLAN (nnr.linear.points) for the
## PROBLEM (nnr.linear.problem): as many as one call of the gateway does in its time.

function rec = advance (rec, plan, problem)
  done = rows (rec.Counts);
  plan.First = done;
  plan.Explained = rec.Explained;
  if (done > 0)
    plan.Lambda = rec.Lambda(:).';
  end
  few = 2 ^ 20;
  if (problem.NumParts == 0 && nnz (problem.X) < few)
    plan.Threads = 1;           # threads share models, and the reading of X
  end
  began = tic ();
  result = nnr.core.call (@__nnreg_linear_follow__, problem, plan, rec.State);
  result.Seconds = toc (began);
  rec = nnr.linear.record (rec, result);
end
