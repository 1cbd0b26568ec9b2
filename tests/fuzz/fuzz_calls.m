## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## fuzz_calls (SEED, NUMBERS, FOLDER): calls public functions and gateways of nnreg with wild
## arguments.  Errors must have an identifier "nnreg:...", or be the "Invalid call" of
## print_usage; any other error is printed and counted.  Call number k of a seed is always the
## same, whichever calls came before.  FOLDER holds nnreg's functions.  Files go to the current
## folder; its file "call" names the current call, in case Octave dies.

function num_faults = fuzz_calls (seed, numbers, folder)
  warning ('off', 'all');
  specs = call_specs (folder);
  [num_faults, counts] = deal (0, struct ('fine', 0, 'refused', 0));
  ## Octave's libraries start threads of their own with the first picture that is read.
  evalc ('r = nnreg_selftest ();');
  threads = num_tasks ();
  for k = numbers
    rand ('twister', [seed, k, 4711]);
    [name, args, num_out] = draw_call (specs);
    note_call (seed, k, name, args);
    [outcome, err] = one_call (name, args, num_out);
    if (isempty (outcome))
      num_faults += 1;
      printf ("call %d of seed %d: %s, %d outputs: [%s] %s\n", k, seed, name, num_out, ...
              err.identifier, err.message);
      for at = err.stack(1:min (end, 3)).'
        printf ("  %s:%d\n", at.name, at.line);
      end
    else
      counts.(outcome) = counts.(outcome) + 1;
    end
    if (num_tasks () > threads)
      num_faults += 1;
      printf ("call %d of seed %d: %s leaves threads behind\n", k, seed, name);
      threads = num_tasks ();
    end
  end
  printf ("%d calls: %d fine, %d refused, %d faults\n", numel (numbers), counts.fine, ...
          counts.refused, num_faults);
end

function count = num_tasks ()
  count = numel (dir ('/proc/self/task'));
end

## "fine", "refused", or empty with the error that is a fault.
function [outcome, err] = one_call (name, args, num_out)
  err = [];
  out = cell (1, num_out);
  try
    evalc ('[out{:}] = feval (name, args{:});');
    outcome = 'fine';
  catch err
    usage = strcmp (err.identifier, 'Octave:invalid-fun-call') ...
            && ! isempty (regexp (err.message, ["^(Invalid call to nnreg_|nnreg_\\w+: function " ...
                                                'called with too many (in|out)puts)']));
    ## Octave itself raises where it cannot make a gateway's result.
    memory = strncmp (name, '__nnreg_', 8) ...
             && ! isempty (regexp (err.message, 'failed to allocate|out of memory', 'once'));
    named = usage || memory || strncmp (err.identifier, 'nnreg:', 6);
    outcome = '';
    if (named)
      outcome = 'refused';
    end
  end
  close ('all');
end

## What to look at when Octave is gone.
function note_call (seed, k, name, args)
  fid = fopen ('call', 'w');
  fprintf (fid, "call %d of seed %d: %s\n", k, seed, name);
  fclose (fid);
end

function [name, args, num_out] = draw_call (specs)
  spec = specs{ceil (rand () * numel (specs))};
  name = spec{1};
  args = spec{2}{ceil(rand () * numel (spec{2}))};
  for k = 1:floor (4 * rand () ^ 1.5)
    if (! isempty (spec{3}) && rand () < 0.4)
      args = [args, draw_option(spec{3}{ceil (rand () * numel (spec{3}))})];
    else
      args = mutate_arguments (args);
    end
  end
  num_out = floor (rand () * 4);
end

## A name and a value: any, or where right ones are known one of these or one near them.
function pair = draw_option (option)
  if (! iscell (option))
    pair = {option, draw_value()};
    return;
  end
  value = option{1 + ceil (rand () * (numel (option) - 1))};
  if (rand () < 0.5)
    value = mutate (value);
  end
  pair = {option{1}, value};
end

function args = mutate_arguments (args)
  at = ceil (rand () * numel (args));
  action = rand ();
  if (action < 0.08 || isempty (args))
    args{end + 1} = draw_value ();
  elseif (action < 0.14)
    args(at) = [];
  elseif (action < 0.18)
    args = args(randperm (numel (args)));
  else
    args{at} = mutate (args{at});
  end
end

## Something like the value, a little or altogether different.
function value = mutate (value)
  if (rand () < 0.2)
    value = draw_value ();
  elseif (isstruct (value) && isscalar (value) && ! isempty (fieldnames (value)))
    value = mutate_struct (value);
  elseif (iscell (value) && ! isempty (value))
    at = ceil (rand () * numel (value));
    if (rand () < 0.15)
      value(at) = [];
    else
      value{at} = mutate (value{at});
    end
  elseif ((isnumeric (value) || islogical (value)) && ! isempty (value))
    try
      value = mutate_numbers (value);
    catch
      value = draw_value (); # some classes refuse some changes
    end
  else
    value = draw_value ();
  end
end

function value = mutate_struct (value)
  names = fieldnames (value);
  name = names{ceil (rand () * numel (names))};
  action = rand ();
  if (action < 0.1)
    value = rmfield (value, name);
  elseif (action < 0.13)
    value = [value, value];
  else
    value.(name) = mutate (value.(name));
  end
end

function value = mutate_numbers (value)
  at = ceil (rand () * numel (value));
  if (islogical (value))
    value = double (value);
  end
  odd = [NaN, Inf, -Inf, -1, 0, 0.5, 1e300, 1e-320, 65536, 2^31, 2^32 + 1, 2^53, 7];
  switch (ceil (rand () * 11))
    case {1, 2, 3}
      value(at) = odd(ceil (rand () * numel (odd)));
    case 4
      value = value(1:at);
    case 5
      value = value.';
    case 6
      value = value(:).';
    case 7
      classes = {'double', 'single', 'int8', 'uint8', 'int32', 'uint32', 'uint64', ...
                 'logical', 'char'};
      value = full (real (value));
      value(! (abs (value) < 1e6)) = 0;
      value = feval (classes{ceil (rand () * numel (classes))}, value);
    case 8
      value = double (value) * 1i;
    case 9
      if (ndims (value) == 2)
        value = sparse (double (value));
      end
    case 10
      value = [value(:); value(:)];
    case 11
      value(:) = odd(ceil (rand () * numel (odd)));
  end
end

## Values of all classes that Octave has.
function value = draw_value ()
  values = {[], {}, '', 'abc', ['ab'; 'cd'], NaN, Inf, -1, 0, 1, 2, 3, 1.5, 1e10, 1e300, -0, ...
            1e-320, 2 ^ 31, 2 ^ 53, true, int8(5), uint64(18446744073709551615), single(2.5), ...
            1i, sparse(3), sparse(2, 3), zeros(0, 3), zeros(3, 0), ones(2, 2, 2), struct(), ...
            struct('a', {1, 2}), struct('Weights', {{}}), {1, 2}, {{1, {'x'}}, []}, @sin, ...
            @(x) error('boom'), @(varargin) true, @(x) {}, {'a', 'b'}, 1:5, (1:5).', 5:-1:1, ...
            eye(3), eye(3)([2, 3, 1],:), logical([1, 0, 1]), sparse([true, false]), ...
            "100% %s %d\\n", char([0, 65, 10]), repmat('x', 1, 5000), containers.Map(), NA, ...
            uint8(0:255), rand(4, 3), rand(40, 2) > 0.5, {rand(3), [1; 2; 3]}, 'double', ...
            'none', 'l1', 'group', 'tanh', 'regression', 'classification', 'fista', 'balanced', ...
            'hidden', [3, 2], 0.3, inputParser(), {'relu'; 'tanh'}, single([]), int32([]), ...
            cell(3, 0), struct([])};
  value = values{ceil (rand () * numel (values))};
end
