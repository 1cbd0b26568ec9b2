## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Reads names of request files from standard input, a line each, and says when a request's reply
## is written. Ends at an empty line. octave.py is the other end.

1;

## A request names the call, its arguments, and the files of the model and of the reply. What nnreg
## shows, its warnings above all, is in the reply, and so is an error.
function answer (request)
  reply = struct ();
  try
    shown = evalc ("reply = call_nnreg (request);");
    reply.shown = shown;
    reply.error = "";
  catch err
    reply.error = err.message;
    reply.identifier = err.identifier;
  end
  save ("-v6", request.reply, "-struct", "reply");
end

function found = call_nnreg (request)
  switch (request.call)
    case "fit"
      [model, history] = nnreg_fit (request.X, request.y, request.options{:});
      found.classes = model.ClassNames;
      found.epochs = rows (history.Epoch);
      save ("-binary", request.model, "-struct", "model");
    case "predict"
      [found.predictions, found.scores] = nnreg_predict (load (request.model), request.X);
    case "echo"
      found.X = request.X;
      found.kind = [repmat("sparse ", 1, issparse (request.X)), class(request.X)];
  end
end

pkg load nnreg
line = input ("", "s");     # fgetl would wait for the line after
while (! isempty (line))
  answer (load (line));
  puts ("done\n");
  fflush (stdout);
  line = input ("", "s");
end
