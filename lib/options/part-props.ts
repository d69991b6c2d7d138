import type { OptionsModel } from './model';

export interface PartProps {
  readonly model: OptionsModel;
}
