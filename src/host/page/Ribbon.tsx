import type { RibbonButton, RibbonTab } from './manifest';
import type { Say } from './words';

/** The tab that the add-in's manifest brings into the ribbon. */
export function Ribbon({ tab, say, press }: { tab: RibbonTab; say: Say; press: (button: RibbonButton) => void }) {
  return (
    <div className="ribbon" role="toolbar" aria-label={say('ribbon.label')}>
      <span className="ribbon-tab">{tab.label}</span>
      <div className="groups">
        {tab.groups.map((group) => (
          <div key={group.id} className="group" role="group" aria-label={group.label}>
            <div className="buttons">
              {group.buttons.map((button) => (
                <button key={button.id} type="button" title={button.tip} onClick={() => press(button)}>
                  <img src={button.icon} alt="" width={32} height={32} />
                  {button.label}
                </button>
              ))}
            </div>
            <span className="group-label">{group.label}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
