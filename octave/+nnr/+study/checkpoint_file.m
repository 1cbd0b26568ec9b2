## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [file, job] = nnr.study.checkpoint_file (study, round, number)
##
## The file for the checkpoint of a job that is not finished; and the text in it which says whose it
## is, since a file may be copied or renamed.

function [file, job] = checkpoint_file (study, round, number)
  file = nnr.study.state_file (study, round, number);
  file = [file(1:end - numel ('.bin')), '.part.bin'];
  job = sprintf ('%d %d %s', round, number, study.Digest);
end
