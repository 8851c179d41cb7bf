/** What no error may say: SQL, places in code or on disk, stacks, other names, insides of libraries. */
export const TELLS_TOO_MUCH =
  /\b(select|insert into|update|delete from) [`\w*.]+ ?(from|set|where|values|\()|\bsql|mysql|mariadb|typeorm|pothos|redis|node_modules|\.[cm]?[jt]s\b:?\d|\bat [\w.<>]+ \(|\/(src|dist|home|root|tmp|usr)\/|\bER_[A-Z]|errno|stacktrace|ECONN|Did you mean|\[object |Zanzibar/i;
