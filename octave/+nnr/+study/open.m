## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## study = nnr.study.open (folder, plan)
##
## The study in FOLDER for the PLAN of a search: a new study, or the existing one if it has the same
## plan. If it has another plan, the error says what differs.
##
## The folder has study.bin (the plan), results (a file for each process, with a line for each job
## that it finished), states (parameters that later jobs start from, and checkpoints of jobs), refit
## (checkpoints of the best candidate's training on all rows), claims (locks), out_of_fold.bin
## (predictions of the best candidate) and, for other processes, data.bin. IsNew and NewFolders say
## what this call has made.

function study = open (folder, plan)
  new_folders = missing_folders (folder);
  folder = nnr.files.make_folder (folder);
  refuse_other (folder);
  for name = {'results', 'states', 'refit'}
    nnr.files.make_folder (fullfile (folder, name{1}));
  end
  [old, is_new] = agreed_plan (folder, plan);
  study = nnr.study.handle (folder, plan);
  if (! strcmp (nnr.files.checksum (old), study.Digest))
    error ('nnreg:badArgument', ['the StudyDir "%s" belongs to another search: %s; give ' ...
                                 'another folder'], folder, nnr.study.difference (old, plan));
  end
  [study.IsNew, study.NewFolders] = deal (is_new, new_folders);
end

## A folder of the user's own files would be hard to tell from the study later.
function refuse_other (folder)
  names = nnr.files.files_in (folder, '');
  names = sort (names(! strncmp (names, '.', 1)));
  if (! (isempty (names) || nnr.files.is_folder (fullfile (folder, 'results'))))
    error ('nnreg:badArgument', ['the StudyDir "%s" has other files ("%s") and no study; ' ...
                                 'give a new or an empty folder'], folder, names{1});
  end
end

## The folder and those above it that do not exist, the lowest first.
function folders = missing_folders (folder)
  folders = {};
  folder = make_absolute_filename (tilde_expand (folder));
  while (! nnr.files.is_folder (folder) && ! strcmp (folder, fileparts (folder)))
    folders{end + 1} = folder;
    folder = fileparts (folder);
  end
end

## The plan in the folder. If there is none, this plan is written there.
function [old, is_new] = agreed_plan (folder, plan)
  file = fullfile (folder, 'study.bin');
  guard = nnr.study.lock (folder);      # no other process writes its plan in between
  is_new = exist (file, 'file') != 2;
  if (! is_new)
    [found, fault] = nnr.files.read (file, 'study');
    if (isempty (fault))
      old = found.plan;
      return;
    end
    nnr.words.warn ('nnreg:study', '%s is damaged and is written again', file);
  end
  nnr.files.write (file, 'study', struct ('plan', plan));
  old = plan;
end

%!test # a folder with files of the user's
%! [folder, guard] = nnr.files.scratch ();
%! plan = struct ("Options", struct (), "Grid", {{}});
%! fclose (fopen (fullfile (folder, ".hidden"), "w"));
%! study = nnr.study.open (folder, plan);
%! assert (study.IsNew);
%! fclose (fopen (fullfile (folder, "mine.m"), "w"));
%! study = nnr.study.open (folder, plan);
%! assert (study.IsNew, false);
%! other = fullfile (folder, "other");
%! mkdir (other);
%! fclose (fopen (fullfile (other, "results"), "w"));
%! fail ("nnr.study.open (other, plan)", ...
%!       'the StudyDir ".*other" has other files \("results"\) and no study; give a new');
%! assert (nnr.files.files_in (other, ""), {"results"});
