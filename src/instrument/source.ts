// Whose words these are, and on what licence they may be shown.

/** The booklet's attribution, shown wherever its words are. Source: its title page and page 11. */
export const source = {
  title: 'The RRN Relational Model of Coproduction',
  version: 'Version 1.0',
  citation: 'Quinn, A. (2022). The RRN relational model of coproduction. Restraint Reduction Network.',
  attribution: 'Quinn, A. (2022)',
  /** What a task or project is, in the booklet's own words. */
  meaning: "a person's care or hospital based project",
  licence:
    'This work is licensed under the Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International License. To view a copy of this license, visit <http://creativecommons.org/licenses/by-nc-nd/4.0/>.',
  licenceName: 'CC BY-NC-ND 4.0',
  licenceUrl: 'http://creativecommons.org/licenses/by-nc-nd/4.0/',
} as const
