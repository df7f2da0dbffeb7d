-- A figure drawn by gnuplot, made part of a page: its ids are its own, its letters are the page's, and its
-- colours follow the page, light or dark. Of its two drawings, the wide and that for phones, the style sheet
-- shows one.

local press = require "press"
local html = require "show.raw".html

-- The colours of plots/style.gp, as the style sheet names them. Black is the text's, white the paper's.
local colours = {
  ["black"] = "currentColor", ["rgb(0,0,0)"] = "currentColor",
  ["white"] = "var(--paper)", ["rgb(255,255,255)"] = "var(--paper)",
  ["rgb(0,114,178)"] = "var(--blue)", ["rgb(194,84,0)"] = "var(--vermillion)",
  ["rgb(0,126,92)"] = "var(--green)", ["rgb(118,118,118)"] = "var(--grey)",
}

local function drawn(path, prefix, label)
  local text = press.read(path)
  local view = text:match('viewBox="[%d. ]+"')
  local drawing = text:match("<svg.->(.*)$")
    :gsub("<(%l+)>[^<]*</%1>%s*", { title = "", desc = "" })
    :gsub("rgb%(%s*(%d+),%s*(%d+),%s*(%d+)%)", "rgb(%1,%2,%3)")
    :gsub('%sfont%-family="serif"', "")
    :gsub("%s*=%s*(['\"])([%w(),]+)%1", function(quote, value)
      return "=" .. quote .. (colours[value] or value) .. quote
    end)
    :gsub("(%sid=['\"])", "%1" .. prefix .. "-")
    :gsub("(url%(['\"]?#)", "%1" .. prefix .. "-")
    :gsub("(xlink:href=['\"]#)", "%1" .. prefix .. "-")
    :gsub("%s*\n%s*", "\n")
    :gsub("<g [^>]*>%s*</g>%s*", "")
    :gsub("(%d%.%d)%d(,%-?%d+%.%d)%d", "%1%2") -- a tenth of a unit is less than an eye sees
  return ('<svg %s role="img" aria-label="%s">%s'):format(view, label, drawing)
end

return function(name, prefix, alt)
  local path, label = press.out .. "/figures/" .. name, html.escape(alt)
  return ('<div class="drawn-wide">%s</div>\n<div class="drawn-narrow">%s</div>'):format(
    drawn(path .. ".svg", prefix, label), drawn(path .. ".narrow.svg", prefix .. "-narrow", label))
end
