namespace Mainstay.Knowledge.Tests;

/// <summary>Of the small folder: how a programme is made and goes on.</summary>
static class MiniProgramme
{
    public static readonly Dictionary<string, string> Files = new()
    {
        ["plan.yaml"] = """
            verdict: {supported: 1, partly_supported: 0.7, weak: 0.4, unsupported: 0.1, contradicted: 0, mixed: 0.5}
            general: 0.2
            repeat: 0.6
            liked: 1.3
            disliked: 0.5
            goals:
              walk: {walking: 1.5}
            max_items: 6
            note: All of these are our judgement.
            """,
        ["progress.yaml"] = """
            green_rise: 2
            green_morning: 1
            red_rise: 5
            red_pain: 8
            red_pain_rise: 2
            strong_pain: 7
            worse_pain: 2
            greens_up: 2
            ambers_down: 2
            least_done: 0.8
            most_rpe: 7
            careful_rpe: 6
            careful_age: 70
            rest_hours: 48
            reps_up: 1
            hold_up: 5
            walk_up: 5
            walk_dose: moves
            week_up: 1.2
            down: 0.8
            down_red: 0.6
            missed_less: 7
            missed_level: 14
            missed_start: 28
            plateau_days: 21
            plateau_sessions: 6
            flare_rise: 2
            flare_days: 2
            flare_least: 2
            flare_most: 3
            flare_restart: 0.8
            usual_days: 14
            usual_least: 3
            pacing_start: 0.75
            pacing_up: 1.075
            pacing_rise: 2
            strain_light: 14
            strain_rpe: 5
            strain_level: 2
            strain_full_pain: 2
            strain_full_sessions: 3
            strain_moves: []
            still_doses: []
            ask_again_days: 7
            ask_again_grace: 3
            any_new_asks: []
            review_weeks: [2, 4, 6, 12]
            review_days: 3
            trend_pain: 1
            trend_goal: 1
            gain_pain: 2
            gain_share: 0.3
            gain_goal: 2
            breaks:
              most_prompts: 8
              wish_minutes: 30
              jump_s: 120
              typing_quiet_s: 10
              typing_most_s: 60
              snooze_minutes: 10
              habit_days: 13
              challenge_free: 2
              words:
                off: All is well.
                paused: All is well.
                away: All is well.
                hours: All is well.
                quiet: All is well.
                jump: All is well.
                jump_credit: All is well.
                disturb: All is well.
                call: All is well.
                full_screen: All is well.
                idle: All is well.
                not_due: All is well.
                snoozed: All is well.
                limit: All is well.
                typing: All is well.
                fire: All is well.
                fire_disturb: All is well.
                fire_call: All is well.
                fire_full_screen: All is well.
                fire_small: All is well.
                fire_unknown: All is well.
            words:
              green: All is well.
              amber: All is well.
              red: All is well.
              red_leg: All is well.
              up: All is well.
              up_level: All is well.
              back: All is well.
              same: All is well.
              down_amber: All is well.
              down_red: All is well.
              too_much: All is well.
              rests: All is well.
              rested: All is well.
              missed_less: All is well.
              missed_level: All is well.
              missed_start: All is well.
              plateau: All is well.
              flare: All is well.
              flare_restart: All is well.
              strong_pain: All is well.
              worse: All is well.
              pacing: All is well.
              strain: All is well.
              strain_light: All is well.
              stopped: All is well.
              rest: All is well.
              press_sore: All is well.
              press_once: All is well.
              press_spots: All is well.
              press_minutes: All is well.
              careful: All is well.
              free_day: All is well.
              holiday: All is well.
              ask_new: All is well.
              ask_red: All is well.
              ask_flare: All is well.
              ask_weekly: All is well.
              review_nothing: All is well.
              review_on: All is well.
              review_adjust: All is well.
              review_letter: All is well.
              review_worse: All is well.
              review_worse_letter: All is well.
              review_keep: All is well.
            """,
    };
}
