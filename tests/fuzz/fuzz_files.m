## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## fuzz_files (SEED, NUMBERS): changes bytes of files that nnreg reads, and reads them: saved
## models, checkpoints, the files of a StudyDir, IDX files, tables.  Errors must have an identifier
## "nnreg:...".  If the file has a checksum, a result must equal the undamaged file's.
## Change number k of a seed is always the same.  Files go to the current folder; its file
## "call" names the current change, in case Octave dies.

function num_faults = fuzz_files (seed, numbers)
  warning ('off', 'all');
  subjects = file_subjects ();
  [num_faults, counts] = deal (0, struct ('fine', 0, 'refused', 0, 'unread', 0));
  for k = numbers
    rand ('twister', [seed, k, 815]);
    subject = subjects{1 + mod(k, numel (subjects))};
    [file, bytes] = pick_file (subject);
    note_change (seed, k, file);
    write_file (file, mutate_bytes (bytes));
    [outcome, words] = one_use (subject, file);
    if (isempty (outcome))
      num_faults += 1;
      printf ("change %d of seed %d: %s: %s\n", k, seed, file, words);
    else
      counts.(outcome) = counts.(outcome) + 1;
    end
    subject.Restore ();
  end
  printf ("%d changes: %d fine, %d refused, %d that Octave cannot read, %d faults\n", ...
          numel (numbers), counts.fine, counts.refused, counts.unread, num_faults);
end

function note_change (seed, k, file)
  fid = fopen ('call', 'w');
  fprintf (fid, "change %d of seed %d: %s\n", k, seed, file);
  fclose (fid);
end

## One of the subject's files, and its bytes.
function [file, bytes] = pick_file (subject)
  files = subject.Files ();
  file = files{ceil (rand () * numel (files))};
  fid = fopen (file, 'r');
  bytes = fread (fid, Inf, '*uint8').';
  fclose (fid);
end

function write_file (file, bytes)
  fid = fopen (file, 'w');
  fwrite (fid, bytes);
  fclose (fid);
end

## "fine", "refused", "unread" (by Octave's own load), or empty with the fault.
function [outcome, words] = one_use (subject, file)
  [outcome, words] = deal ('', '');
  try
    evalc ('value = subject.Read (file);');
  catch err
    [outcome, words] = judge (err);
    if (subject.Loads)
      outcome = 'unread';
    end
    return;
  end
  try
    evalc ('same = subject.Use (value);');
    words = 'another result';
    if (same)
      outcome = 'fine';
    end
  catch err
    [outcome, words] = judge (err);
  end
end

function [outcome, words] = judge (err)
  outcome = '';
  words = sprintf ('[%s] %s', err.identifier, err.message);
  for at = err.stack(1:min (end, 3)).'
    words = [words, sprintf("\n  %s:%d", at.name, at.line)];
  end
  if (strncmp (err.identifier, 'nnreg:', 6))
    outcome = 'refused';
  end
end

## One to four changes: to a bit, a byte, a number; a piece removed, doubled or moved; an end cut.
function bytes = mutate_bytes (bytes)
  for k = 1:ceil (4 * rand () ^ 3)
    n = numel (bytes);
    if (n == 0)
      bytes = uint8 (floor (256 * rand (1, 20)));
      return;
    end
    at = ceil (rand () * n);
    few = at:min (n, at + floor (20 * rand () ^ 2));
    switch (ceil (rand () * 9))
      case {1, 2}
        bytes(at) = bitxor (bytes(at), 2 ^ floor (8 * rand ()));
      case 3
        bytes(few) = floor (256 * rand (size (few)));
      case 4
        odd = uint8 ([0, 255, 127, 128, 1, 10, 32, 45, 48, 57]);
        bytes(at) = odd(ceil (rand () * numel (odd)));
      case 5
        wild = typecast ([NaN, Inf, -1, 1e308, 0.5](ceil (5 * rand ())), 'uint8');
        few = at:min (n, at + 7);
        bytes(few) = wild(1:numel (few));
      case 6
        bytes(few) = [];
      case 7
        bytes = [bytes(1:at), bytes(few), bytes(at + 1:end)];
      case 8
        bytes = bytes(1:at - 1);
      case 9
        to = ceil (rand () * n);
        few = few(1:min (end, n - to + 1));
        bytes(to:to + numel (few) - 1) = bytes(few);
    end
  end
end
