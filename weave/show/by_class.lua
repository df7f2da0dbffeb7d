-- A rule for an element that goes by its first class: the rule of that name, `other`, or none.

return function(rules, other)
  return function(element)
    local rule = rules[element.classes[1]] or other
    if rule then return rule(element) end
  end
end
