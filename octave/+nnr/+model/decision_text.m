## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.model.decision_text (model)
##
## How nnreg_threshold, nnreg_calibrate and nnreg_conformal have changed what the MODEL predicts;
## empty if they have not.

function text = decision_text (model)
  parts = {};
  if (isfield (model, 'Threshold'))
    name = nnr.words.label_texts (model.ClassNames(model.PositiveClass,:), 20);
    parts{end + 1} = sprintf ('class %s from score %.4g on', name{1}, model.Threshold);
    if (isfield (model, 'ThresholdRule') && ischar (model.ThresholdRule))
      parts{end} = sprintf ('%s (%s)', parts{end}, model.ThresholdRule);
    end
  end
  if (isfield (model, 'Temperature'))
    parts{end + 1} = sprintf ('temperature %.4g', model.Temperature);
  end
  if (isfield (model, 'Residuals'))
    parts{end + 1} = sprintf ('intervals from %s', ...
                              nnr.words.count_text (rows (model.Residuals), 'residual'));
  end
  text = strjoin (parts, '; ');
end

%!assert (nnr.model.decision_text (struct ("Biases", 1)), "")
%!assert (nnr.model.decision_text (struct ("Temperature", 2, "Residuals", [1; 2])), ...
%!        "temperature 2; intervals from 2 residuals")
