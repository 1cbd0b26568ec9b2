## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Reads names of request files from standard input, a line each, and says when a request's reply
## is written. Ends at an empty line. octave.py is the other end.

1;

## A request has the fields call, X, y, options and model, the name of the model's file, and reply.
## What nnreg shows, its warnings first of all, goes into the reply too.
function answer (request)
  reply = struct ("error", "", "identifier", "");
  try
    [shown, found] = evalc_of (request);
    reply.shown = shown;
    for name = fieldnames (found).'
      reply.(name{1}) = found.(name{1});
    end
  catch err
    reply.error = err.message;
    reply.identifier = err.identifier;
  end
  save ("-v6", request.reply, "-struct", "reply");
end

function [shown, found] = evalc_of (request)
  found = struct ();
  shown = evalc ("found = do_call (request);");
end

function found = do_call (request)
  switch (request.call)
    case "fit"
      [model, history] = nnreg_fit (request.X, request.y, request.options{:});
      found.classes = model.ClassNames;
      found.epochs = rows (history.Epoch);
      save ("-binary", request.model, "-struct", "model");
    case "predict"
      [found.predictions, found.scores] = nnreg_predict (load (request.model), request.X);
  end
end

pkg load nnreg
## (fgetl would wait for the line after.)
while (! isempty (line = input ("", "s")))
  answer (load (line));
  puts ("done\n");
  fflush (stdout);
end
