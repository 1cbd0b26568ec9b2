## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## SUBJECTS = file_subjects (): what fuzz_files changes and reads, a cell of structs: Files ()
## names the files to change; Read (FILE) gives a value; Loads says whether that is Octave's own
## load; Use (VALUE) is false for a wrong result; Restore () undoes the changes.

function subjects = file_subjects ()
  rand ('twister', 3);
  X = round (8 * rand (40, 4)) / 4;
  y = 1 + (X(:,1) > 1) + (X(:,2) > 1);
  others = {checkpoint_subject(X, y), path_subject(X, y), study_subject(X, y), ...
            idx_subject('.idx'), idx_subject('.idx.gz'), table_subject('.csv'), ...
            table_subject('.csv.gz')};
  subjects = [model_subjects(X, y), exported_subjects(X, y), others];
end

function s = subject (files, read, loads, use, restore)
  s = struct ('Files', files, 'Read', read, 'Loads', loads, 'Use', use, 'Restore', restore);
end

## ------------------------------------------------------------------ Models --

function subjects = model_subjects (X, y)
  args = {'Epochs', 2, 'LayerSizes', 5, 'Verbose', 0};
  T = small_table (X, y);
  models = {nnreg_fit(X, y, args{:}, 'Penalty', 'l1', 'Lambda', 0.01, 'Standardize', true), ...
            nnreg_compact(nnreg_fit (X, [X(:,2), y], args{:}, 'Task', 'regression')), ...
            nnreg_fit(T, 'y', args{:}, 'Penalty', 'group', 'Lambda', 0.01)};
  data = {{X, y}, {X, y}, {T, 'y'}};
  subjects = {};
  for k = 1:numel (models)
    m = models{k};
    for format = {'-text', '-binary'}
      file = sprintf ('model%d%s', k, format{1});
      save (format{1}, file, 'm');
      subjects{end + 1} = subject (@() {file}, @(name) load (name).m, true, ...
                                   @(m) use_model (m, data{k}{:}), keep_files ({file}));
    end
  end
end

function T = small_table (X, y)
  T = struct ('a', X(:,1), 'b', {{'u'; 'v'}(1 + (X(:,2) > 1))}, 'c', X(:,3) > 1, 'y', y);
  T.a(1:3) = NaN;
end

## Exported models, of a matrix and of a table.
function subjects = exported_subjects (X, y)
  args = {'Epochs', 2, 'LayerSizes', 3, 'Verbose', 0};
  data = {{X, y}, {small_table(X, y), 'y'}};
  subjects = {};
  for k = 1:2
    file = sprintf ('exported%d.json', k);
    nnreg_export (nnreg_fit (data{k}{:}, args{:}), file);
    subjects{end + 1} = subject (@() {file}, @nnreg_import, false, ...
                                 @(m) use_model (m, data{k}{:}), keep_files ({file}));
  end
end

## One use of a model.  A changed number in it cannot be detected.
function same = use_model (m, X, y)
  other = X;                    # the same data in another form
  if (isnumeric (X))
    other = sparse (X);
  end
  uses = {@() nnreg_predict(m, X), @() nnreg_evaluate(m, X, y), @() nnreg_sparsity(m), ...
          @() nnreg_compact(m), @() nnreg_summary(m), @() nnreg_importance(m, X, y), ...
          @() nnreg_export(m, 'model.json'), @() nnreg_predict(m, other), ...
          @() nnreg_plot(m, 'File', 'model.png'), ...
          @() nnreg_fit(X, y, 'InitialModel', m, 'Epochs', 1, 'LayerSizes', 5, 'Verbose', 0)};
  odds = [6, 3, 3, 3, 3, 1, 3, 3, 0.1, 3];
  at = find (rand () * sum (odds) <= cumsum (odds), 1);
  uses{at} ();
  if (at == 1)
    [~, scores] = nnreg_predict (m, X);
    same = ! any (isnan (scores(:)));
  else
    same = true;
  end
end

## ------------------------------------------------------------- Checkpoints --

function s = checkpoint_subject (X, y)
  file = 'checkpoint';
  fit = @(varargin) nnreg_fit (X, y, 'Epochs', 4, 'LayerSizes', 3, 'Verbose', 0, ...
                               'ValidationFraction', 0.2, varargin{:});
  whole = fit ();
  fit ('CheckpointFile', file, 'OutputFcn', @(h) h.Epoch(end) >= 2);
  s = subject (@() {file}, @(name) name, false, ...
               @(name) isequal (fit ('CheckpointFile', name).Weights, whole.Weights), ...
               keep_files ({file}));
end

function s = path_subject (X, y)
  file = 'path';
  path = @(varargin) nnreg_path (X, y, 'LayerSizes', [], 'NumLambda', 4, 'CV', 2, 'Verbose', 0, ...
                                 varargin{:});
  whole = path ();
  path ('CheckpointFile', file, 'OutputFcn', @(r) numel (r.Lambda) == 2);
  s = subject (@() {file}, @(name) name, false, ...
               @(name) isequal (path ('CheckpointFile', name).FoldScores, whole.FoldScores), ...
               keep_files ({file}));
end

## ----------------------------------------------------------------- Studies --

function s = study_subject (X, y)
  folder = fullfile (pwd (), 'study');
  search = @() nnreg_gridsearch (X, y, {'Lambda', [1e-3, 1e-2]}, 'Penalty', 'l1', 'Epochs', 2, ...
                                 'LayerSizes', 3, 'CV', 2, 'Verbose', 0, 'Threads', 1, ...
                                 'WarmStart', true, 'StudyDir', folder);
  whole = search ();
  data = fullfile (folder, 'data.bin');
  nnr.files.write (data, 'study', struct ('X', X, 'y', y));
  restore = keep_folder (folder);
  s = subject (@() study_files (folder), @(name) name, false, ...
               @(name) use_study (search, folder, whole), restore);
end

function files = study_files (folder)
  files = {};
  for pattern = {'study.bin', 'data.bin', 'claims', fullfile('results', '*'), ...
                 fullfile('states', '*')}
    files = [files; glob(fullfile (folder, pattern{1}))];
  end
end

## The search, or a question to its folder.
function same = use_study (search, folder, whole)
  same = true;
  if (rand () < 0.3)
    status = nnreg_gridsearch ('status', folder);
    same = status.Jobs == 4 && status.Done <= 4;
  elseif (rand () < 0.2)
    nnreg_gridsearch ('collect', folder);
  else
    r = search ();
    same = isequal ({r.Results.FoldScores}, {whole.Results.FoldScores}) ...
           && isequal (r.Model.Weights, whole.Model.Weights);
  end
end

## --------------------------------------------------------------- IDX files --

function s = idx_subject (ending)
  file = ['elements', ending];
  bytes = uint8 ([0, 0, 12, 2, 0, 0, 0, 2, 0, 0, 0, 3, mod(1:24, 7)]);
  fid = fopen ('elements.idx', 'w');
  fwrite (fid, bytes);
  fclose (fid);
  packed = numel (ending) > 4;
  if (packed)
    gzip ('elements.idx');
  end
  whole = nnreg_readidx (file);
  s = subject (@() {file}, @(name) name, false, ...
               @(name) use_idx (nnreg_readidx (name), whole, packed), keep_files ({file}));
end

## Only the packed file has a checksum.
function same = use_idx (A, whole, packed)
  same = isequal (A, whole) || ! packed;
end

## -------------------------------------------------------------------- Tables --

function s = table_subject (ending)
  file = ['table', ending];
  fid = fopen ('table.csv', 'w');
  line = "00501;1,5;'a;\n''b';true\n";
  fputs (fid, ["zip;rent;plan;ok\n", repmat(strrep (line, "'", '"'), 1, 5)]);
  fclose (fid);
  if (numel (ending) > 4)
    gzip ('table.csv');
  end
  whole = nnreg_readtable (file);
  s = subject (@() {file}, @(name) name, false, ...
               @(name) use_table (nnreg_readtable (name), whole, is_packed (name)), ...
               keep_files ({file}));
end

## Whether the file still begins as gzip has it; other bytes are a text.
function yes = is_packed (file)
  yes = isequal (read_bytes (file)(1:min (end, 2)), uint8 ([31; 139]));
end

## Only a packed file has a checksum; all columns of a table are equally long.
function same = use_table (T, whole, packed)
  lengths = structfun (@rows, T);
  same = all (lengths == lengths(1)) && (isequal (T, whole) || ! packed);
end

## ------------------------------------------------------------- As they were --

function restore = keep_files (files)
  bytes = cellfun (@read_bytes, files, 'UniformOutput', false);
  restore = @() cellfun (@write_bytes, files, bytes);
end

function bytes = read_bytes (file)
  fid = fopen (file, 'r');
  bytes = fread (fid, Inf, '*uint8');
  fclose (fid);
end

function write_bytes (file, bytes)
  fid = fopen (file, 'w');
  fwrite (fid, bytes);
  fclose (fid);
end

## Removes new files as well.
function restore = keep_folder (folder)
  before = study_files (folder);
  old = keep_files (before);
  restore = @() restore_folder (folder, before, old);
end

function restore_folder (folder, before, old)
  for file = setdiff (study_files (folder), before).'
    unlink (file{1});
  end
  old ();
end
