// The texts of adverts, made fit to be kept: they come from web pages and spreadsheets.
#ifndef THROUGHGATE_SERVICES_IMPORT_ADVERT_TEXT_H_
#define THROUGHGATE_SERVICES_IMPORT_ADVERT_TEXT_H_

#include <string>
#include <string_view>

namespace throughgate::services {

// UTF-8 with HTML's character references decoded once ("R&amp;D" is "R&D"), except those of no
// character that may stand in a text, and without control characters. Everything else stays,
// masks ("**** p/h") and tags included.
//
// OneLine also makes every run of white space one space and trims; Lines keeps ends of lines.
std::string OneLine(std::string_view text);
std::string Lines(std::string_view text);

}  // namespace throughgate::services

#endif  // THROUGHGATE_SERVICES_IMPORT_ADVERT_TEXT_H_
