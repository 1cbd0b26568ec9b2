# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A search of four long trainings, whose steps are logged.

# make_logged_package: nnreg in the folder "logged", where the gateways that train log each call in
# the file NNREG_STEPS: process, training, its steps before and after. With NNREG_PAUSE they do one
# step and then wait as many seconds: so trainings are long on any machine.
make_logged_package() {
  local gateway
  cp -r "$root"/build/prefix/octave/api-v*/packages/nnreg-* logged
  mkdir logged/gateways
  mv logged/*/*.mex logged/gateways
  for gateway in train_many train; do
    cp "logged/gateways/__nnreg_${gateway}__.mex" "logged/__nnreg_logged_${gateway}__.mex"
    cat >"logged/__nnreg_${gateway}__.m" <<END
function varargout = __nnreg_${gateway}__ (varargin)
  [varargout{1:nargout}] = log_steps (@__nnreg_logged_${gateway}__, nargout, varargin);
end
END
  done
  cat >logged/log_steps.m <<'END'
function varargout = log_steps (gateway, count, args)
  slow = str2double (getenv ("NNREG_PAUSE"));
  many = iscell (args{1});
  if (! (slow > 0))
    [varargout{1:count}] = gateway (args{:});
  elseif (many)
    for k = 1:numel (args{1})
      [parts{1:count}] = gateway (args{1}(k), args{2}(k), args{3}(k,:), args{4}(k), 1e-4, 1);
      for out = 1:count
        varargout{out}(k,:) = parts{out};
      end
    end
  else
    args{3} = 1e-4;             # seconds: less than a step takes
    [varargout{1:count}] = gateway (args{:});
  end
  [problems, before, after] = deal (args{1}, args{2}, varargout{1});
  if (! many)
    [problems, before, after] = deal ({problems}, {before}, {after});
  end
  lines = "";
  for k = 1:numel (before)
    p = problems{k};
    id = sprintf ("%g/%d/%d", p.Penalty.Lambda1, sum (p.Train.Rows), numel (p.LearnRates));
    lines = [lines, sprintf("%d %s %d %d\n", getpid (), id, before{k}.Step, after{k}.Step)];
  end
  fid = fopen (getenv ("NNREG_STEPS"), "a");
  fputs (fid, lines);
  fclose (fid);
  pause (max (0, slow));
end
END
}

# run_long OPTIONS FILE: the search by the package "logged"; a checksum of its results goes to FILE.
# It replaces the shell, so that a kill hits Octave itself.
run_long() {
  cat >"$2.m" <<END
addpath ("$PWD/logged", "$PWD/logged/gateways");
[X, y] = nnreg_digits ();
[X, y] = deal (X(1:${ROWS:-400},:) / 16, y(1:${ROWS:-400}));
r = nnreg_gridsearch (X, y, {"Lambda", [1e-2, 1e-4]}, "Penalty", "l1", "CV", 2, ...
                      "LayerSizes", ${LAYERS:-100}, "Epochs", ${EPOCHS:-80}, ...
                      "BatchSize", ${BATCH:-400}, "Threads", 2, "Verbose", 0, $1);
$results_of_r
parts = {results};
if (isfield (r, "Model"))
  parts = {results, r.Model.Weights, r.Model.Biases, rmfield(r.Model.History, "Seconds")};
end
fid = fopen ("$2.part", "w");
fdisp (fid, nnr.files.checksum (parts));
fclose (fid);
rename ("$2.part", "$2");
END
  NNREG_STEPS="$PWD/$2.steps" exec "${OCTAVE:-octave}" --no-gui --norc --no-history --quiet "$2.m"
}

# lost_steps LOG: a line for each time that a training went back: from which step, to which one, and
# how many it has in all.
lost_steps() {
  awk '{ if (($2 in last) && $3 < last[$2]) lost[++count] = $2 " " last[$2] " " $3
         last[$2] = $4; if ($4 > all[$2]) all[$2] = $4 }
       END { for (k = 1; k <= count; k++) { split(lost[k], w, " "); print w[2], w[3], all[w[1]] } }' "$1"
}

# anew LOG: how many times a training began anew that had done half of its steps.
anew() { lost_steps "$1" | awk '$2 == 0 && $1 >= $3 / 2' | wc -l; }

# kill_with_children PROCESS: fails if it has ended.
kill_with_children() {
  local children
  children=$(cat "/proc/$1/task/$1/children" 2>/dev/null) || return 1
  # shellcheck disable=SC2086  # a list of words
  kill -KILL "$1" $children 2>/dev/null
}
