## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.model.given (argument, x)
## [model, origin] = nnr.model.given (argument, x)
##
## The model that the user's X is or holds, checked (nnr.model.check): the Model of a search or of
## nnreg_sparsify, the ModelMin of a path, else X itself. ARGUMENT is its name in errors. ORIGIN is
## a text that says which model it is, for results that show themselves; '' if X is a model.

function [model, origin] = given (argument, x)
  model = x;
  origin = '';
  name = argument;
  if (nnr.model.is_result (x, 'path'))
    model = model_of_path (argument, x);
    name = sprintf ('ModelMin of %s', argument);
    if (nargout > 1)
      origin = path_words (x);
    end
  elseif (nnr.model.is_result (x, 'search'))
    if (! isfield (x, 'Model'))
      error ('nnreg:badArgument', ['%s is a search without a Model, since Refit was false: ' ...
                                   'train one with its BestParams, or search with Refit'], ...
             argument);
    end
    model = x.Model;
    name = sprintf ('Model of %s', argument);
    if (nargout > 1)
      origin = search_words (x);
    end
  elseif (nnr.model.is_result (x, 'sparsified network'))
    [model, name] = deal (x.Model, sprintf ('Model of %s', argument));
    if (nargout > 1)
      origin = sparse_words (argument, x);
    end
  end
  nnr.model.check (name, model);
end

function model = model_of_path (argument, r)
  fault = nnr.model.result_fault ('path', r);
  if (! isempty (fault))
    error ('nnreg:badArgument', '%s does not hold together: %s', argument, fault);
  elseif (! all (isfield (r, {'ModelMin', 'LambdaMin'})))
    error ('nnreg:badArgument', ['%s is a path that chooses no model, since it has no folds: ' ...
                                 'give one of its Models'], argument);
  end
  model = r.ModelMin;
end

function text = path_words (r)
  text = sprintf ('ModelMin of the path: lambda %.4g, %s', r.Lambda(r.IndexMin), ...
                  nnr.words.count_text (r.LiveInputs(r.IndexMin), 'input'));
  if (r.Index1SE != r.IndexMin)
    text = [text, '; a simpler one is its Model1SE'];
  end
end

function text = search_words (r)
  text = 'Model of the search';
  if (isfield (r, 'BestParams') && isstruct (r.BestParams) && isscalar (r.BestParams))
    words = cellfun (@(name) [name, ' ', nnr.words.option_text(r.BestParams.(name))], ...
                     fieldnames (r.BestParams), 'UniformOutput', false);
    text = [text, ': ', strjoin(words(:).', ', ')];
  end
end

function text = sparse_words (argument, r)
  fault = nnr.model.result_fault ('sparsified network', r);
  if (! isempty (fault))
    error ('nnreg:badArgument', '%s does not hold together: %s', argument, fault);
  end
  text = sprintf ('Model of nnreg_sparsify (%s): %d of %s', r.Target, r.NumWeights(r.Index), ...
                  nnr.words.count_text (r.DenseWeights, 'weight'));
end

%!shared X, y, r, p
%! X = [(1:30).', cos(1:30).'];
%! y = 3 * X(:,1) + X(:,2);
%! args = {"Task", "regression", "LayerSizes", [], "CV", 3, "Verbose", 0};
%! r = nnreg_gridsearch (X, y, {"Lambda", [1, 1e-3]}, "Penalty", "l1", args{:});
%! p = nnreg_path (X, y, "NumLambda", 5, args{:});
%!test
%! [model, origin] = nnr.model.given ("M", r);
%! assert ({model, origin}, {r.Model, "Model of the search: Lambda 0.001"});
%! [model, origin] = nnr.model.given ("M", r.Model);
%! assert ({model, origin}, {r.Model, ''});
%! [model, origin] = nnr.model.given ("M", p);
%! assert (model, p.ModelMin);
%! said = sprintf ("ModelMin of the path: lambda %.4g, %d inputs", p.LambdaMin, ...
%!                 numel (p.Selected{p.IndexMin}));
%! assert (strncmp (origin, said, numel (said)));
%! p.Index1SE = p.IndexMin;
%! [~, origin] = nnr.model.given ("M", p);
%! assert (origin, said);
%! p.Index1SE = 1;
%! [~, origin] = nnr.model.given ("M", p);
%! assert (origin, [said, "; a simpler one is its Model1SE"]);
%!error <^M is a search without a Model, since Refit was false: train one with its BestParams, or s>
%! nnr.model.given ("M", rmfield (r, "Model"));
%!error <^M is a path that chooses no model, since it has no folds: give one of its Models$>
%! nnr.model.given ("M", nnreg_path (X, y, "NumLambda", 3, "CV", 0, "Verbose", 0, ...
%!                                   "Task", "regression", "LayerSizes", []));
%!error <^M does not hold together: IndexMin and Index1SE must be places in Lambda$>
%! p.IndexMin = 99;
%! nnr.model.given ("M", p);
%!error <^Model of M has NaN or Inf among the weights of layer 1$>
%! r.Model.Weights{1}(1) = NaN;
%! nnr.model.given ("M", r);
%!error <^M must be a struct made by nnreg_fit, got 3$> nnr.model.given ("M", 3);
