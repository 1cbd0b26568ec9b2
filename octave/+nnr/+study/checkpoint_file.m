## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [file, job, ending] = nnr.study.checkpoint_file (study, round, number)
##
## The file for the checkpoint of a job that is not finished; the text in it which says whose it is,
## since a file may be copied or renamed; and how the names of all such files of the study end.

function [file, job, ending] = checkpoint_file (study, round, number)
  ending = sprintf ('-%s.part.bin', study.Digest(1:8));
  file = fullfile (study.Folder, 'states', sprintf ('%d-%d%s', round, number, ending));
  job = sprintf ('%d %d %s', round, number, study.Digest);
end
