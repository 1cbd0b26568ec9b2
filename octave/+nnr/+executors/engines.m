## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## e = nnr.executors.engines (study)
##
## The engine of each executor that uses other processes, for this STUDY: a struct array with Name,
## Folder and the fields that nnr.executors.table describes.

function e = engines (study)
  cores = nnr.args.check_threads ([]);
  defaults = struct ('Begin', @() [], 'Shards', cores, 'MostShards', @() deal (Inf, ''), ...
                     'Threads', @(shards) max (1, floor (cores / shards)), ...
                     'Note', @(run) '', 'Pause', 0.1, 'Stop', @() [], ...
                     'Tasks', @() deal (0, 0, {}), 'Cancel', @() {}, 'Files', {{}});
  e = {};
  for entry = nnr.executors.table ().'
    if (isempty (entry.Open))
      continue;
    end
    engine = defaults;
    engine.Name = entry.Name;
    engine.Folder = fullfile (study.Folder, entry.Name);
    engine.LastWords = @() ['the last process said: ', nnr.files.newest_text(engine.Folder)];
    own = entry.Open (study, engine.Folder);
    for name = fieldnames (own).'
      engine.(name{1}) = own.(name{1});
    end
    e{end + 1} = orderfields (engine);
  end
  e = [e{:}];
end
