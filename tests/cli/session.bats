# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Events in a session while nnreg works: clear, fork, exit, signals.

load common

# run_function LINES: runs them in a function, after a training on two threads whose result is
# in want.
run_function() {
  cd "$BATS_TEST_TMPDIR" || return 1
  cat >body.m <<END
function body ()
  [X, y] = nnreg_digits ();
  X /= 16;
  args = {"LayerSizes", 200, "BatchSize", 512, "Epochs", 3, "Threads", 2, "Verbose", 0};
  fit = @(varargin) nnreg_fit (X, y, args{:}, varargin{:});
  same = @(a, b) isequal (a.Weights, b.Weights) && isequal (a.Biases, b.Biases);
  want = fit ();
  $1
  printf ("\\n");
end
function stop = watch (code)
  evalin ('base', code);
  stop = false;
end
END
  run -0 --separate-stderr nnreg body
}

@test "an OutputFcn that clears, trains or fails changes nothing but what it says" {
  run_function "
    for code = {'clear all', 'clear -all', 'clear mex', 'clear functions', 'clear variables', ...
                'nnreg_fit ([1; 2], [1; 2], \"Verbose\", 0);', 'rand (\"state\", 1);'}
      printf ('%d', same (fit ('OutputFcn', @(h) watch (code{1})), want));
    end
    m = fit ('OutputFcn', @(h) error ('mine'));
    printf (' %d %d', m.History.Epoch(end), same (fit (), want));"
  [ "$output" = "1111111 1 1" ]
}

@test "a table of epochs goes on after clear all in an OutputFcn" {
  run_function "nnreg_fit (X, y, args{1:end - 1}, 1, 'OutputFcn', @(h) watch ('clear all'));"
  [ "$(grep -cE '^ +[123]/3 ' <<<"$output")" -eq 3 ]
}

@test "a path goes on after clear functions in an OutputFcn, with a CheckpointFile too" {
  run_function "
    args = {X(1:50,:), y(1:50), 'LayerSizes', [], 'NumLambda', 3, 'LambdaRatio', 0.1, 'CV', 0};
    path = @(varargin) nnreg_path (args{:}, varargin{:});
    clears = {'OutputFcn', @(r) watch ('clear functions')};
    want = path ().TrainLoss;
    printf ('%d', isequal (path (clears{:}).TrainLoss, want), ...
            isequal (path (clears{:}, 'CheckpointFile', 'path').TrainLoss, want));"
  [ "$output" = 11 ]
}

@test "clear all and clear mex between calls" {
  run_function "
    for code = {'clear all', 'clear mex', 'clear functions'}
      evalin ('base', code{1});
      printf ('%d', same (fit (), want));
    end"
  [ "$output" = 111 ]
}

@test "a child made by fork trains as its parent did before and does after" {
  run_function "
    A = rand (600);
    A *= A;                      # starts the threads of Octave's own BLAS
    for k = 1:3
      pid = fork ();
      if (pid == 0)
        printf ('%d', same (fit (), want));
        fflush (stdout);
        kill (getpid (), SIG ().KILL);
      end
      waitpid (pid);
      printf ('%d', same (fit (), want));
      fflush (stdout);
    end"
  [ "$output" = 111111 ]
}

@test "children side by side train, search and follow paths; no call leaves a thread" {
  # as parcellfun does it: a pipe for each child, which ends by exit
  run_function "
    threads = @() numel (readdir ('/proc/self/task'));
    before = threads ();
    [few, z] = deal (X(1:200,:), y(1:200));
    calls = {@() fit ().Weights, @() nnreg_predict (want, few), ...
             @() nnreg_gridsearch (few, z, {'Lambda', [1e-3, 1e-2]}, 'Penalty', 'l1', ...
                                   'Epochs', 2, args{7:end}, 'Refit', false).Results(2).FoldScores, ...
             @() nnreg_path (few, z, 'LayerSizes', [], 'NumLambda', 3, 'CV', 2, ...
                             args{end-3:end}).FoldScores};
    wanted = cellfun (@(f) f (), calls, 'UniformOutput', false);
    for k = 1:4
      [reads(k), writes] = pipe ();
      children(k) = fork ();
      if (children(k) == 0)
        fputs (writes, num2str (isequal (calls{k} (), wanted{k})));
        fclose (writes);
        exit (10 + k);
      end
      fclose (writes);
    end
    printf ('%d ', same (fit (), want));
    for k = 1:4
      printf ('%s', fgets (reads(k)));
      [~, status] = waitpid (children(k));
      printf ('%d ', WEXITSTATUS (status));
    end
    for k = 1:20
      left = threads () - before;  # Linux may list a joined thread for a moment
      if (! left)
        break
      end
      pause (0.1);
    end
    printf ('%d', left);"
  [ "$output" = "1 111 112 113 114 0" ]
}

@test "an OutputFcn starts programs and children, also with pipes" {
  cat >"$BATS_TEST_TMPDIR/start.m" <<'END'
function stop = start ()
  stop = false;
  [~, text] = system ("echo here");
  from = popen ("echo there", "r");
  [to, back, program] = popen2 ("sort");
  fputs (to, "b\na\n");
  fclose (to);
  waitpid (program);
  child = fork ();
  if (child == 0)
    exit (4);
  end
  [~, status] = waitpid (child);
  assert ({text, fgets(from), fgets(back), WEXITSTATUS(status)}, {"here\n", "there\n", "a\n", 4});
  pclose (from);
  fclose (back);
end
END
  run_function "
    printf ('%d', same (fit ('OutputFcn', @(h) start ()), want));"
  [ "$output" = 1 ]
  [ -z "$stderr" ]
}

# Octave processes whose command names this test's study.
left_over() { pgrep -f -- "octave.*$BATS_TEST_TMPDIR/study" | wc -l; }

@test "a search stops its own processes, also one of unknown number, and none of the user's" {
  cd "$BATS_TEST_TMPDIR"
  # The first call comes while the search makes its jobs. It starts a process of the user's, and one
  # that looks like a worker whose start a Ctrl-C interrupted.
  cat >rate_of.m <<'END'
function rate = rate_of (epoch)
  if (exist ("began", "file") != 2)
    run = @(command) system ([command, " </dev/null >log 2>&1 3>&-"], false, "async");
    mine = run ("exec sleep 60");
    lost = run (["exec python3 -c 'import time; time.sleep (60)' 'nnreg_gridsearch (\"work\", \"", ...
                 pwd(), "/study\", 1'"]);
    save ("began", "mine", "lost");
  end
  rate = 1e-3;
end
END
  run -0 --separate-stderr nnreg "[X, y] = nnreg_digits ();
    nnreg_gridsearch (X / 16, y, {'Lambda', [1e-3, 1e-2]}, 'Penalty', 'l1', 'Epochs', 1, 'Verbose', 0, ...
                      'LearnRate', @rate_of, 'Refit', false, 'StudyDir', [pwd(), '/study'], ...
                      'Executor', 'processes', 'Shards', 2);
    b = load ('began');
    printf ('RESULT %d %d\\n', waitpid (b.mine, WNOHANG ()), waitpid (b.lost, WNOHANG ()));
    kill (b.mine, SIG ().KILL);"
  [[ $output == *"RESULT 0 -1"* ]]
}

@test "quit from a score during a search: the status asked for, no core, the study goes on" {
  cd "$BATS_TEST_TMPDIR"
  run -7 --separate-stderr nnreg "[X, y] = nnreg_digits ();
    nnreg_gridsearch (X / 16, y, {'Lambda', [1e-3, 1e-2], 'Penalty', {'l1', 'l2'}}, ...
                      'StudyDir', 'study', 'Score', @(y, p) quit (7));"
  [[ $stderr != *[Ss]egmentation* && $stderr != *[Aa]bort* ]]
  [ -e study/study.bin ] && ! ls core* 2>/dev/null
}

# leave CALL: Octave makes the call with the data X and y, a CheckpointFile and an OutputFcn that
# exits. Then the same call goes on to the bits of a call without these.
leave() {
  local start="load ('data'); strip = @(h) rmfield (h, 'Seconds');"
  rm -f file
  run -7 --separate-stderr nnreg "$start $1, 'CheckpointFile', 'file', 'OutputFcn', @quit_after);"
  [[ -z $stderr || $stderr == "nnreg_path: interrupted; "* ]]
  [ "$(ls)" = "$(printf '%s\n' data file quit_after.m)" ]
  run -0 --separate-stderr nnreg "$start
    r = $1, 'CheckpointFile', 'file', 'Verbose', 1);
    want = $1);
    if (isfield (want, 'Models'))
      same = isequal ({r.Models{end}.Weights, r.FoldScores}, {want.Models{end}.Weights, want.FoldScores});
    else
      same = isequal ({r.Weights, strip(r.History)}, {want.Weights, strip(want.History)});
    end
    printf ('RESULT %d\n', same);"
  [[ $output =~ goes\ on\ from.*after\ [1-9].*RESULT\ 1 ]]
}

@test "exit in an OutputFcn: the status asked for, no crash, and the checkpoint goes on" {
  mkdir "$BATS_TEST_TMPDIR/here"
  cd "$BATS_TEST_TMPDIR/here"
  cat >quit_after.m <<'END'
function stop = quit_after (r)
  stop = false;
  if (isfield (r, "Models") && numel (r.Models) == 3 || isfield (r, "Epoch") && r.Epoch(end) == 3)
    exit (7);
  end
end
END
  nnreg "[X, y] = nnreg_digits (); X = X(1:500,:) / 16; y = y(1:500); save -binary data X y"
  leave "nnreg_fit (X, y, 'LayerSizes', 300, 'Epochs', 9, 'Threads', 2"
  leave "nnreg_fit (X, y, 'LayerSizes', [], 'Penalty', 'l1', 'Lambda', 1e-3, 'Solver', 'fista'"
  leave "nnreg_path (X, y, 'LayerSizes', [], 'NumLambda', 9, 'CV', 2"
}

# stop_search SIGNAL EXECUTOR: sends the signal to a search that has its first results.
stop_search() {
  local pid began least=1
  [ "$2" = threads ] || least=3
  cd "$BATS_TEST_TMPDIR" || return 1
  export XDG_DATA_HOME=$root/build/prefix XDG_CONFIG_HOME=$root/build/prefix
  "${OCTAVE:-octave}" --no-gui --norc --no-history --quiet --eval "pkg load nnreg
    [X, y] = nnreg_digits ();
    nnreg_gridsearch (X / 16, y, {'Lambda', logspace(-6, -1, 200), 'Penalty', {'l1', 'l2'}}, ...
                      'Epochs', 100, 'Verbose', 0, 'StudyDir', '$BATS_TEST_TMPDIR/study', ...
                      'Executor', '$2', 'Shards', 2);" >log 2>&1 3>&- &
  pid=$!
  until compgen -G 'study/results/*' >/dev/null; do sleep 0.2; done
  [ "$(left_over)" -ge "$least" ]
  kill "-$1" $pid
  began=$SECONDS
  wait $pid || true
  [ $((SECONDS - began)) -le 5 ]
  run ! grep -Ei 'segmentation|abort|core dumped' log
  [ "$(left_over)" -eq 0 ]
}

@test "SIGTERM and SIGHUP end a search with its processes at once" {
  for signal in TERM HUP; do
    for executor in threads processes; do
      rm -rf "$BATS_TEST_TMPDIR/study"
      stop_search $signal $executor
    done
  done
}

@test "a picture is written without a word about Ghostscript, which it does not need" {
  # In the C locale gnuplot itself warns, about its degree sign.
  LC_ALL=C.UTF-8 run_function "nnreg_plot (want, 'File', 'weights.png');"
  [ -z "$stderr" ]
  [ -s weights.png ]
}
