import { modelName } from '../../src/i18n/modelName';

describe('the name of a forecasting model', () => {
  test('is in the words of the language, its season in brackets', () => {
    expect(modelName('it', 'Seasonal naive[52]')).toBe('Ingenua stagionale (52)');
    expect(modelName('en', 'Seasonal naive[52]')).toBe('Seasonal naive (52)');
    expect(modelName('it', 'Dynamic theta[12]')).toBe('Theta dinamico (12)');
    expect(modelName('it', 'Theta of 4')).toBe('Theta su somme di 4');
    expect(modelName('it', 'log Drift')).toBe('Deriva sui logaritmi');
  });

  test('keeps the notation of ETS and ARIMA and the names of authors', () => {
    expect(modelName('it', 'ARIMA(1,0,1)(0,1,1)[12] c')).toBe('ARIMA(1,0,1)(0,1,1)[12] c');
    expect(modelName('it', 'log ETS(A,Ad,N)')).toBe('ETS(A,Ad,N) sui logaritmi');
    expect(modelName('it', 'Croston')).toBe('Croston');
  });

  test('of several joins their names', () => {
    expect(modelName('it', 'ETS + ARIMA + Theta + Seasonal naive')).toBe('ETS + ARIMA + Theta + Ingenua stagionale');
  });
});
